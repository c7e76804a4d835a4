import { dateWords } from '@mase/documents';
import { findPartnerFigures, type Tx } from '@mase/store';
import type { PartnersGiven } from '@mase/workflow';

/**
 * What partners counted themselves over a year, as far as the reader reads it, and who is expected to: every agency but the
 * partnership's own office, which counts what is on these books.
 */
export async function partnersGiven(tx: Tx, year: string, timeZone: string): Promise<PartnersGiven> {
  const { figures, agencies } = await findPartnerFigures(tx, year);
  return {
    figures: figures.map(({ standing: { agencyName, measure, figures: lines, source, note, given } }) => ({
      ...{ agency: agencyName, measure, figures: lines, source, note, at: given?.at ?? '' },
      given: given ? dateWords(given.at, timeZone) : 'an unknown day',
    })),
    agencies: agencies.flatMap(({ standing: { name, kind } }) => (kind === 'partnership' ? [] : [name])),
  };
}

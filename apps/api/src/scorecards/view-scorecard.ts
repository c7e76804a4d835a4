import { countScorecard, type FiguresAsked, type Tx } from '@mase/store';
import {
  countingRules,
  type PopulationTableStanding,
  type Profile,
  populationFor,
  type Scorecard,
  type ScorecardDays,
  type ScorecardId,
  scorecardOf,
  suppressScorecard,
} from '@mase/workflow';
import { everyListed } from '../every-listed.js';
import { ethnicityWords, legalStatusWords } from '../packs/code-words.js';
import { comparedKnown } from './compared-known.js';

/** What the codes of the returns are called. */
export const codes = { ethnicity: ethnicityWords, legalStatus: legalStatusWords };

/** What a scorecard is of. */
export interface ScorecardAsked {
  id: ScorecardId;
  days: ScorecardDays;
  profile: Profile;
  /** Whether it leaves the partnership: small numbers are kept back. */
  outside: boolean;
}

/**
 * The scorecard of a period beside the one that it is compared with, counted as the reader of the transaction; the one
 * beside as it was known as long after its end, where the ledger goes back so far.
 */
export async function viewScorecard(
  tx: Tx,
  { id, days, profile, outside }: ScorecardAsked,
): Promise<Scorecard> {
  const { compareFrom, compareTo } = days;
  const compareKnown = await comparedKnown(tx, days, profile.timeZone);
  const counts = await countScorecard(tx, id, figuresOf(days, profile, days));
  const compared =
    compareKnown && compareFrom && compareTo
      ? await countScorecard(tx, id, figuresOf(compareKnown, profile, { from: compareFrom, to: compareTo }))
      : null;
  const population = id === 'cohort' ? await populationOf(tx, days) : undefined;
  const about = { counts, compared, profile, population, codes };
  const scorecard = scorecardOf(id, { ...days, compareKnown }, about);
  return outside ? suppressScorecard(scorecard, profile) : scorecard;
}

/** What the store is asked for a period of a scorecard. */
export function figuresOf(
  { knownAt, entries }: Pick<ScorecardDays, 'knownAt' | 'entries'>,
  profile: Profile,
  { from, to }: { from: string; to: string },
): FiguresAsked {
  const { timeZone } = profile;
  return { from, to, timeZone, known: { entries, at: knownAt }, rules: countingRules(profile) };
}

/** The table of the population with which a cohort is compared, of those that the reader reads. */
async function populationOf(tx: Tx, days: ScorecardDays) {
  const rows = await everyListed(tx, { kind: 'populationTable' });
  return populationFor(
    rows.map(({ record }) => record.standing as PopulationTableStanding),
    days,
  );
}

import { stateLabels } from '@mase/workflow/words';
import type { Allowed } from '../../allowed.js';
import { path } from '../../api-client.js';
import type { Subject } from '../../command-page.js';
import { dateWords } from '../../date-words.js';
import type { Visit } from '../../visit.js';

/** Figures that an agency counted itself, as lists show them. */
export interface FiguresLine {
  id: string;
  state: string;
  agencyName: string;
  year: string;
  measure: string;
  figures: { label: string; n: number | null }[];
  source: string;
  note: string | null;
  givenBy: string | null;
  givenAt: string | null;
  withdrawnAt: string | null;
}

/** The same with why they were withdrawn, and what may be asked of them. */
export interface FiguresView extends FiguresLine {
  written: { id: string; kind: string; happened: string; body: Record<string, unknown> }[];
  allowed: Allowed[];
}

/** Where they are listed. */
export const partnerFigures = '/partner-figures';

const keptBack = 'kept back';
const number = (n: number | null): string => (n === null ? keptBack : n.toLocaleString('en-GB'));

/** A tag for figures that count for nothing any more; none where they stand. */
export const figuresTag = ({ state }: FiguresLine) =>
  state === 'withdrawn' ? { text: stateLabels[state] ?? state, classes: 'govuk-tag--grey' } : null;

/** The figures as the lines of a table. */
export const figureLines = ({ figures }: FiguresLine) =>
  figures.map(({ label, n }) => ({ label, href: null, definition: null, cells: [number(n)] }));

/** Whose figures they are, of which year, from where, and given when by whom. */
export function figureFacts(one: FiguresLine): { key: string; text: string }[] {
  const { agencyName, year, source, note, givenBy, givenAt, withdrawnAt } = one;
  return [
    { key: 'Agency', text: agencyName },
    { key: 'Year', text: year },
    { key: 'Source', text: source },
    ...(note ? [{ key: 'Note', text: note }] : []),
    ...(givenAt ? [{ key: 'Given', text: `${dateWords(givenAt)}, by ${givenBy ?? ''}` }] : []),
    ...(withdrawnAt ? [{ key: 'Withdrawn', text: dateWords(withdrawnAt) }] : []),
  ];
}

/** Reads the figures of a page. */
export async function readFigures(visit: Visit): Promise<{ view: FiguresView; etag: string | null }> {
  const { body, etag } = await visit.read<FiguresView>(
    path`/api/v1/partner-figures/${visit.params.id ?? ''}`,
  );
  return { view: body, etag };
}

/** The figures as the subject of one of their commands. */
export async function figuresSubject(visit: Visit): Promise<Subject> {
  const { view, etag } = await readFigures(visit);
  return {
    href: `${partnerFigures}/${view.id}`,
    caption: view.agencyName,
    version: etag,
    allowed: view.allowed,
    facts: [{ key: 'What is counted', text: view.measure }, ...figureFacts(view)],
  };
}

const leftOut = /^(kept back|fewer than 5|less than 5|<\s?5|-|–)?$/i;

/**
 * Figures as they were typed, one on each line: what is counted, a colon, the number; a number that is kept back is left out
 * or said so. `unread` are the lines, from 1, on which no number can be told from its words.
 */
export function figuresTyped(text: string): {
  figures: { label: string; n: number | null }[];
  unread: number[];
} {
  const lines = text.split(/\r?\n/).map((line) => line.trim());
  const read = lines.map((line, place) => {
    const colon = line.lastIndexOf(':');
    const [label, n] = [line.slice(0, colon).trim(), line.slice(colon + 1).trim()];
    const whole = /^\d{1,3}(,\d{3})+$|^\d{1,9}$/.test(n);
    const figure = { label, n: whole ? Number(n.replaceAll(',', '')) : null };
    const isRead = colon > 0 && label !== '' && (whole || leftOut.test(n));
    return { place: place + 1, isBlank: line === '', isRead, figure };
  });
  const said = read.filter(({ isBlank }) => !isBlank);
  return {
    figures: said.filter(({ isRead }) => isRead).map(({ figure }) => figure),
    unread: said.filter(({ isRead }) => !isRead).map(({ place }) => place),
  };
}

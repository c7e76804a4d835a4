import { periodWords, type TargetWay } from '@mase/workflow/words';
import type { Allowed } from '../../allowed.js';
import { path } from '../../api-client.js';
import type { Subject } from '../../command-page.js';
import { dateWords } from '../../date-words.js';
import { type OnCaseEntry, onCaseTag } from '../../on-case.js';
import type { Visit } from '../../visit.js';
import type { DueDate } from '../../why-dates.js';

/** What an agency is asked to count, with the target where one was agreed. */
export interface AskedLine {
  label: string;
  way?: TargetWay;
  target?: number;
}

/** Figures that an agency counted itself or is asked for, as lists show them. */
export interface FiguresLine {
  id: string;
  state: string;
  agencyName: string;
  period: string;
  measure: string;
  source: string;
  note: string | null;
  givenBy: string | null;
  givenAt: string | null;
  withdrawnAt: string | null;
  asked: AskedLine[];
  leadName: string | null;
  firstDue: string | null;
  dueOn: string | null;
  due: string | null;
  chased: number;
}

/** The same compared with targets and earlier periods, what happened, and what may be asked of them. */
export interface FiguresView extends FiguresLine {
  clocks: DueDate[];
  compared: (AskedLine & { n: number | null; met: boolean | null; change: number | null })[];
  earlier: { period: string; figures: { label: string; n: number | null }[] }[];
  written: OnCaseEntry[];
  names: Record<string, string>;
  allowed: Allowed[];
}

/** Where they are listed. */
export const partnerFigures = '/partner-figures';

const keptBack = 'kept back';
const number = (n: number | null | undefined): string =>
  n === null ? keptBack : n === undefined ? '' : n.toLocaleString('en-GB');
const changed = (change: number | null): string => {
  if (change === null) return '';
  return change === 0 ? 'no change' : `${change > 0 ? '+' : '−'}${Math.abs(change).toLocaleString('en-GB')}`;
};

/** A target as a person reads it: `at least 40`. */
export const targetWords = ({ way, target }: AskedLine): string =>
  way && target !== undefined ? `${way === 'at-least' ? 'at least' : 'at most'} ${number(target)}` : '';

/** Where figures stand; what is expected is late once its day is over. */
export function figuresTag({ state, due }: FiguresLine) {
  if (state === 'expected' && due !== null && due < new Date().toISOString())
    return { text: 'Late', classes: 'govuk-tag--red' };
  return onCaseTag(state);
}

/** The figures as a table: with earlier periods, the change, and the target and whether it is met, where there are any. */
export function figuresTable({ state, period, compared, earlier }: FiguresView) {
  const hasTarget = compared.some(({ target }) => target !== undefined);
  const before = earlier.map((one) => periodWords(one.period));
  const waited = state === 'expected' || (state === 'withdrawn' && compared.every(({ n }) => n === null));
  return {
    caption: `Figures of ${periodWords(period)}`,
    heads: [
      ...before,
      periodWords(period),
      ...(before.length > 0 ? ['Change since the last'] : []),
      ...(hasTarget ? ['Target', 'Met'] : []),
    ],
    lines: compared.map((one) => ({
      ...{ label: one.label, href: null, definition: null },
      cells: [
        ...earlier.map(({ figures }) => number(figures.find(({ label }) => label === one.label)?.n)),
        waited ? 'not given' : number(one.n),
        ...(before.length > 0 ? [changed(one.change)] : []),
        ...(hasTarget ? [targetWords(one), one.met === null ? '' : one.met ? 'Yes' : 'No'] : []),
      ],
    })),
  };
}

/** Whose figures they are, of which period, asked of whom by when, from where, and given when by whom. */
export function figureFacts(one: FiguresLine): { key: string; text: string }[] {
  const { agencyName, period, source, note, givenBy, givenAt, withdrawnAt } = one;
  const { state, leadName, dueOn, firstDue, chased } = one;
  const first = firstDue && firstDue !== dueOn ? ` (first ${dateWords(firstDue)})` : '';
  return [
    { key: 'Agency', text: agencyName },
    { key: 'Period', text: periodWords(period) },
    ...(leadName ? [{ key: 'Asked of', text: leadName }] : []),
    ...(dueOn
      ? [{ key: state === 'expected' ? 'Due by' : 'Was due by', text: `${dateWords(dueOn)}${first}` }]
      : []),
    ...(chased > 0 ? [{ key: 'Chased', text: chased === 1 ? 'Once' : `${chased} times` }] : []),
    ...(givenAt ? [{ key: 'Given', text: `${dateWords(givenAt)}, by ${givenBy ?? ''}` }] : []),
    ...(source ? [{ key: 'Source', text: source }] : []),
    ...(note ? [{ key: one.asked.length > 0 ? 'Commentary' : 'Note', text: note }] : []),
    ...(withdrawnAt ? [{ key: 'Withdrawn', text: dateWords(withdrawnAt) }] : []),
  ];
}

/** What happened to figures, in words. */
export const figureEntries = {
  entries: {
    'figures-asked': { title: 'Asked for', labels: { leadName: 'Of', due: 'By' } },
    'figures-chased': {
      title: 'Chased',
      labels: { words: 'What was said', leadName: 'Asked of', due: 'New day' },
    },
    'partner-figures': { title: 'Given', labels: { source: 'Source' } },
    'partner-figures-withdrawn': { title: 'Withdrawn', labels: { reason: 'Why' } },
  },
  codes: { due: dateWords },
};

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
    values: { figures: view.asked.map(({ label }) => `${label}: `).join('\n') },
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

const withTarget = /^(.*\S)\s*:\s*at (least|most) (\d{1,3}(?:,\d{3})+|\d{1,9})$/i;

/**
 * What an agency is asked to count as it was typed, one on each line: what is counted, and after a colon the target where
 * one was agreed, as `at least 40` or `at most 5`. `unread` are the lines, from 1, of which no target can be told.
 */
export function askedTyped(text: string): { lines: AskedLine[]; unread: number[] } {
  const lines: AskedLine[] = [];
  const unread: number[] = [];
  for (const [place, typed] of text.split(/\r?\n/).entries()) {
    const line = typed.trim();
    const [, label, way, target] = withTarget.exec(line) ?? [];
    if (label && way && target)
      lines.push({
        label,
        way: way.toLowerCase() === 'least' ? 'at-least' : 'at-most',
        target: Number(target.replaceAll(',', '')),
      });
    else if (line.includes(':')) unread.push(place + 1);
    else if (line !== '') lines.push({ label: line });
  }
  return { lines, unread };
}

/** Which field of a form a fault of the api belongs to: lines and figures are typed into one each. */
export const figuresPlace = (pointer: string): string => pointer.split('/')[1] ?? '';

import { type Asked, wrongDays } from '../../asked-days.js';
import { stateWords } from '../../changed-words.js';
import { dateWords, localDay, momentWords } from '../../date-words.js';
import { enterDate, type Fields } from '../../error-words.js';
import { isRealDay } from '../../form-values.js';
import type { Visit } from '../../visit.js';
import type { DueDate } from '../../why-dates.js';
import { cautionTag } from '../caution-lines.js';
import { gradeName } from '../child-cases/code-words.js';

/** A record as the books had it, as the api gives it. */
export interface WasLine {
  id: string;
  kind: string;
  recordedAt: string;
  state: string | Record<string, string>;
  title: string;
  reference: string | null;
  grade: string | null;
  ownerName: string | null;
  openedAt: string | null;
  closedAt: string | null;
  nextStep: string | null;
  nextDue: string | null;
  /** Contact cautions that stand today, beside the name. */
  cautions: string[];
  clocks: DueDate[];
}

/** The sealed position that an answer stands at. */
export type Sealed = { size: number; at: string } | null;

/** The day that both pages ask for. */
export const dayFields: Fields = { day: enterDate('the day') };

/** The day that an address asks for, today where it asks for none, and the last second of it in London. */
export function dayAsked({ query, request }: Visit): { day: string; asOf: string; wrong: boolean } {
  const given = query.day?.trim() ?? '';
  const day = isRealDay(given) ? given : localDay(new Date().toISOString());
  const late = `${day}T23:59:59Z`;
  const asOf = localDay(late) === day ? late : `${day}T22:59:59Z`;
  return { day, asOf, wrong: wrongDays(request.query as Asked, dayFields).length > 0 };
}

/** Where the answer stands, in words: which seal, and of when. */
export function sealedWords(sealed: Sealed): string {
  if (!sealed) return 'Nothing had been sealed by then: the books cannot be shown as they were.';
  return `As sealed ${momentWords(sealed.at)}, with ${sealed.size.toLocaleString('en-GB')} entries in the ledger. What came later is not in it.`;
}

/** A line in words. */
export function wasWords(one: WasLine) {
  return {
    title: one.title,
    reference: one.reference ?? '',
    state: stateWords(one.state),
    grade: one.grade ? { code: one.grade, text: gradeName(one.grade) } : null,
    cautioned: cautionTag(one.cautions),
    owner: one.ownerName ?? 'Nobody by name',
    opened: one.openedAt ? dateWords(one.openedAt) : '',
    closed: one.closedAt ? dateWords(one.closedAt) : '',
    recorded: momentWords(one.recordedAt),
    next: one.nextStep && one.nextDue ? `${one.nextStep}, due ${dateWords(one.nextDue)}` : 'Nothing was due',
    clocks: one.clocks.map(({ label, due, overdue, why, provisional }) => ({
      ...{ label, why, provisional, overdue },
      text: `${label}: due ${momentWords(due)}${overdue ? ' (overdue then)' : ''}`,
    })),
  };
}

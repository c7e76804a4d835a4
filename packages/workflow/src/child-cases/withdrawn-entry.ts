import { isEarlier } from '../clocks/is-earlier.js';
import type { Context, RecordRef, WrittenRow } from '../model.js';
import type { Effect } from '../topic.js';
import { withdrawal, wrongRows } from '../wrong-rows.js';
import type { RecordContactPayload } from './casework-payloads.js';
import { harmAfter, harmBy, harmFound } from './harm.js';
import type { Concern } from './payloads.js';
import { isAttempt, isMet, latestTwo } from './record-contact.js';
import { type ChildCaseStanding, rulingGrade } from './standing.js';
import { followsFindings } from './to-find-out.js';

/** What an entry had given the standing, which goes and comes back with it. */
export type Counted = 'child' | 'childAttempts' | 'parent' | 'met' | 'attempts' | 'oversight';

/** An entry that waits for the decision of information governance: no word of what it said. */
export interface WithdrawnEntry {
  rowId: string;
  kind: string;
  /** When it was withdrawn. */
  at: string;
  /** The record on the case on which it was written; absent for the record’s own. */
  on?: RecordRef;
  /** Entries that it had corrected, and that went with it. */
  with?: string[];
  counted?: Counted;
  /** When what it counts had happened. */
  happened?: string;
  /** Harm as it stood, where the entry was an assessment. */
  harm?: ChildCaseStanding['harm'];
}

type Ctx = Pick<Context<ChildCaseStanding>, 'record' | 'facts'>;

/** The entry with those that it was written in place of, newest first. */
export function chainOf(written: readonly WrittenRow[], head: WrittenRow): WrittenRow[] {
  const before = written.find((row) => row.id === head.replaces);
  return before ? [head, ...chainOf(written, before)] : [head];
}

/** Which count of the standing an entry is in; none where it is in none. */
export function countedOf({ kind, body }: WrittenRow): Counted | undefined {
  if (kind === 'view') {
    const { of, words } = body as { of?: string; words?: string };
    if (of === 'parent') return 'parent';
    if (of !== 'child') return undefined;
    return words ? 'child' : 'childAttempts';
  }
  if (kind !== 'contact') return undefined;
  const contact = body as RecordContactPayload;
  if (contact.kind === 'supervision') return 'oversight';
  if (isMet(contact)) return 'met';
  return isAttempt(contact) ? 'attempts' : undefined;
}

/** The counts of a standing with one more, or one less, of what an entry gave. */
function recounted(standing: ChildCaseStanding, counted: Counted, by: 1 | -1): Partial<ChildCaseStanding> {
  const { views, contacts = { met: 0, attempts: 0, lastAt: null } } = standing;
  if (counted === 'oversight') return {};
  if (counted === 'met' || counted === 'attempts')
    return { contacts: { ...contacts, [counted]: Math.max(0, contacts[counted] + by) } };
  return { views: { ...views, [counted]: Math.max(0, views[counted] + by) } };
}

const later = (one: string | null, other: string): string =>
  one !== null && isEarlier(other, one) ? one : other;

/** When the last of those that remain happened; null where none does. */
function lastOf(rows: readonly WrittenRow[], counted: Counted): string | null {
  const same = rows.filter((row) => countedOf(row) === counted);
  return same.reduce<string | null>((last, { happened }) => later(last, happened), null);
}

/**
 * When the child was met last once a contact is gone: by the contacts that whoever withdraws it reads, and by what the case
 * itself knows of the two latest, for an author may read no other.
 */
function leftOf(
  { contacts }: ChildCaseStanding,
  { happened }: WrittenRow,
  read: string | null,
): { lastAt: string | null; before?: string } {
  const known = [contacts?.lastAt, contacts?.before].filter((at) => at && at !== happened) as string[];
  const lastAt = known.reduce(later, read);
  const before = known.find((at) => at !== lastAt);
  return { lastAt, ...(before ? { before } : {}) };
}

/** A clock that the entry had started is counted anew, from the last of its kind that remains or from what came before any. */
function clockWithout({ record }: Ctx, rule: string, wrong: WrittenRow, from: string | null): Effect[] {
  const { standing } = record;
  const running = standing.clocks.find((clock) => clock.rule === rule);
  if (running?.start !== wrong.happened) return [];
  const before = rule === 'contact' ? (standing.confirmed ?? standing.proposed)?.at : standing.triage?.at;
  const start = from ?? before ?? standing.receivedAt;
  return [{ do: 'start', rule, who: running.who, start, grade: rulingGrade(standing), again: true }];
}

/** What was left as not known, and what was found out of it. */
const asksOrAnswers = ['to-find-out', 'finding'];

/** What only a withdrawn entry had answered is to be found out again. */
function withoutAnswer(context: Ctx, chain: readonly WrittenRow[]): Effect[] {
  return followsFindings(
    context,
    context.facts.written.filter((row) => !chain.includes(row)),
  );
}

/** What an entry that is shown again answers is no longer to be found out. */
function withAnswer(context: Ctx, { rowId }: WithdrawnEntry): Effect[] {
  const { written } = context.facts;
  return followsFindings(
    context,
    written.filter(({ kind, replaces }) => !(kind === withdrawal && replaces === rowId)),
  );
}

/** What the standing loses with an entry: its place in the counts, the clock that it started, the harm that it alone said. */
export function takenWith(context: Ctx, wrong: WrittenRow, chain: readonly WrittenRow[]): Effect[] {
  const { record, facts } = context;
  const { standing } = record;
  const not = wrongRows(facts.written);
  const rest = facts.written.filter((row) => !not.has(row.id) && !chain.includes(row));
  if (wrong.kind === 'assessment') {
    const kinds = harmFound(wrong).map(({ kind }) => kind as Concern);
    const assessments = rest.filter(({ kind }) => kind === 'assessment');
    return [
      { do: 'set', patch: { harm: harmBy(standing.harm, kinds, assessments) } },
      ...withoutAnswer(context, chain),
    ];
  }
  if (asksOrAnswers.includes(wrong.kind)) return withoutAnswer(context, chain);
  const counted = countedOf(wrong);
  if (!counted) return [];
  const patch = recounted(standing, counted, -1);
  if (counted === 'oversight') return clockWithout(context, 'oversight', wrong, lastOf(rest, counted));
  if (counted !== 'met') return [{ do: 'set', patch }];
  const { lastAt, before } = leftOf(standing, wrong, lastOf(rest, counted));
  const { before: _before, ...contacts } = patch.contacts ?? { met: 0, attempts: 0 };
  return [
    { do: 'set', patch: { contacts: { ...contacts, lastAt, ...(before ? { before } : {}) } } },
    ...clockWithout(context, 'contact', wrong, lastAt),
  ];
}

/** What the standing gets back with an entry that was right after all. */
export function givenBack(context: Ctx, entry: WithdrawnEntry): Effect[] {
  const { standing } = context.record;
  if (asksOrAnswers.includes(entry.kind)) return withAnswer(context, entry);
  if (entry.harm) {
    const was = Object.entries(entry.harm).map(([kind, one]) => ({ kind, ...one }));
    return [
      { do: 'set', patch: { harm: harmAfter(standing.harm, was as never) } },
      ...withAnswer(context, entry),
    ];
  }
  const { counted, happened } = entry;
  if (!counted || !happened) return [];
  const patch = recounted(standing, counted, 1);
  const runs = (rule: string) => standing.clocks.find((clock) => clock.rule === rule);
  const overseen = runs('oversight');
  if (counted === 'oversight')
    return overseen && isEarlier(overseen.start, happened)
      ? [{ do: 'start', rule: 'oversight', who: overseen.who, start: happened, again: true }]
      : [];
  if (counted !== 'met') return [{ do: 'set', patch }];
  const latest = latestTwo(standing.contacts ?? { met: 0, attempts: 0, lastAt: null }, happened);
  const contact = runs('contact');
  return [
    { do: 'set', patch: { contacts: { ...patch.contacts, ...latest } } },
    ...(contact && isEarlier(contact.start, happened)
      ? ([
          {
            do: 'start',
            rule: 'contact',
            who: contact.who,
            start: happened,
            grade: rulingGrade(standing),
            again: true,
          },
        ] as const)
      : []),
  ];
}

import type { Context, Fault, Missing, WrittenRow } from '../model.js';
import { type Effect, type GuardContext, missing } from '../topic.js';
import type { ChildCaseStanding } from './standing.js';

/** An entry that is about somebody else: withdrawn from everybody but information governance. */
export interface WithdrawEntryPayload {
  rowId: string;
  /** How it came about; not what the entry said. */
  reason: string;
}

/** What information governance decided about it, within 72 hours, and whom it told. */
export interface RecordBreachDecisionPayload {
  /** Whether the Information Commissioner is told. */
  reported: 'yes' | 'no';
  reasons: string;
  /** Those who had a copy that carried the entry, and are told to give it back or destroy it. */
  told?: string[];
}

type Ctx<P extends object> = Context<ChildCaseStanding, P>;

const governance = 'role:information-governance';

/** Kinds of entry on which the case acted: they are withdrawn once another of the kind stands in their place. */
const actedOn = new Set([
  ...['referral', 'triage', 'assessment', 'grade', 'plan', 'closure', 'closure-proposal', 'relisting'],
  ...['transfer', 'suspension', 'restriction', 'entry-withdrawn', 'breach-decision'],
]);

/** What the counts of a standing lose with an entry. */
function countsWithout({ views }: ChildCaseStanding, wrong: WrittenRow): Partial<ChildCaseStanding> {
  const { of, words } = wrong.body as { of?: string; words?: string };
  if (wrong.kind !== 'view') return {};
  const less = (count: number) => Math.max(0, count - 1);
  if (of === 'parent') return { views: { ...views, parent: less(views.parent) } };
  if (of !== 'child') return {};
  return {
    views: words
      ? { ...views, child: less(views.child) }
      : { ...views, childAttempts: less(views.childAttempts) },
  };
}

/** The recorders of withdrawing an entry, and of what is decided about the breach. */
export const withdrawalRecorders = {
  recordWithdrawnEntry: ({ payload, record, facts, actor }: Ctx<WithdrawEntryPayload>): Effect[] => {
    const wrong = facts.written.find((row) => row.id === payload.rowId);
    if (!wrong) return [];
    const body = { reason: payload.reason, by: actor.name, entry: wrong.kind };
    return [
      { do: 'write', kind: 'entry-withdrawn', class: 'case', replaces: wrong.id, body },
      { do: 'set', patch: countsWithout(record.standing, wrong) },
      { do: 'start', rule: 'breach-decision', who: governance },
      { do: 'send', kind: 'entry-withdrawn', principal: governance },
    ];
  },
  recordBreachDecision: ({ payload, actor }: Ctx<RecordBreachDecisionPayload>): Effect[] => [
    { do: 'write', kind: 'breach-decision', class: 'case', body: { ...payload, by: actor.name } },
    { do: 'end', rule: 'breach-decision' },
    ...(payload.told ?? []).map(
      (userId): Effect => ({ do: 'send', kind: 'copy-withdrawn', principal: `user:${userId}` }),
    ),
  ],
};

/** A decision is asked for as long as the 72 hours run; overdue, it is given late. */
export function hasBreach({ record }: GuardContext<ChildCaseStanding>): Missing[] {
  return record.standing.clocks.some(({ rule }) => rule === 'breach-decision')
    ? []
    : missing('noBreach', 'No withdrawn entry waits for a decision.', 'information governance');
}

/** An entry of this case is withdrawn once, and not while the case still acts on it. */
export function withdrawEntryFaults({ payload, facts }: Ctx<WithdrawEntryPayload>): Fault[] {
  const pointer = '/rowId';
  const wrong = facts.written.find((row) => row.id === payload.rowId);
  if (!wrong) return [{ pointer, code: 'noSuchEntry', detail: 'The entry is not on this record.' }];
  if (facts.written.some((row) => row.replaces === wrong.id))
    return [
      {
        pointer,
        code: 'alreadyCorrected',
        detail: 'This entry was corrected before: withdraw its replacement.',
      },
    ];
  const later = facts.written.some((row) => row.kind === wrong.kind && row.id > wrong.id);
  if (!actedOn.has(wrong.kind) || later) return [];
  return [
    {
      pointer,
      code: 'actedOn',
      detail:
        'The case acted on this entry: first give the command again that sets it right, then withdraw this one.',
    },
  ];
}

import type { Context, Missing } from '../model.js';
import { type Effect, type GuardContext, missing } from '../topic.js';
import { restoration, withdrawal } from '../wrong-rows.js';
import type { ChildCaseStanding } from './standing.js';
import { chainOf, countedOf, givenBack, takenWith, type WithdrawnEntry } from './withdrawn-entry.js';

/** An entry that is about somebody else: withdrawn from everybody but information governance. */
export interface WithdrawEntryPayload {
  rowId: string;
  /** How it came about; not what the entry said. */
  reason: string;
}

/** What was found of a withdrawn entry: it was about somebody else, or it was right and is shown again. */
export const breachFindings = ['breach', 'no-breach-restore'] as const;

/** What information governance decided about it, within 72 hours, and whom it told. */
export interface RecordBreachDecisionPayload {
  /** The withdrawn entry that is decided about. */
  rowId: string;
  finding: (typeof breachFindings)[number];
  /** Whether the Information Commissioner is told. */
  reported: 'yes' | 'no';
  reasons: string;
  /** Those who had a copy that carried the entry, and are told to give it back or destroy it. */
  told?: string[];
}

type Ctx<P extends object> = Context<ChildCaseStanding, P>;

const governance = 'role:information-governance';
const rule = 'breach-decision';

/** The clock of what remains: each entry has its 72 hours, and the earliest undecided is due first. */
function clockOf({ clocks }: ChildCaseStanding, waiting: readonly WithdrawnEntry[]): Effect[] {
  const [first] = waiting.map(({ at }) => at).sort();
  if (!first) return [{ do: 'end', rule }];
  if (clocks.some((clock) => clock.rule === rule && clock.start === first)) return [];
  return [
    { do: 'end', rule },
    { do: 'start', rule, who: governance, start: first },
  ];
}

/** The recorders of withdrawing an entry, and of what is decided about the breach. */
export const withdrawalRecorders = {
  recordWithdrawnEntry: (context: Ctx<WithdrawEntryPayload>): Effect[] => {
    const { payload, record, facts, actor, happened } = context;
    const wrong = facts.written.find((row) => row.id === payload.rowId);
    if (!wrong) return [];
    const { standing } = record;
    const chain = chainOf(facts.written, wrong);
    const [, ...before] = chain.map(({ id }) => id);
    const counted = countedOf(wrong);
    const entry: WithdrawnEntry = {
      rowId: wrong.id,
      kind: wrong.kind,
      at: happened,
      ...(before.length > 0 ? { with: before } : {}),
      ...(counted ? { counted, happened: wrong.happened } : {}),
      ...(wrong.kind === 'assessment' ? { harm: standing.harm } : {}),
    };
    const body = { reason: payload.reason, by: actor.name, entry: wrong.kind };
    return [
      ...chain.map(
        ({ id }): Effect => ({
          do: 'write',
          kind: withdrawal,
          class: 'case',
          replaces: id,
          body: id === wrong.id ? body : { ...body, correctedBy: wrong.id },
        }),
      ),
      ...takenWith(context, wrong, chain),
      { do: 'set', patch: { withdrawn: [...(standing.withdrawn ?? []), entry] } },
      { do: 'start', rule, who: governance, sooner: true },
      { do: 'send', kind: withdrawal, principal: governance },
    ];
  },
  recordBreachDecision: (context: Ctx<RecordBreachDecisionPayload>): Effect[] => {
    const { payload, actor, record } = context;
    const waiting = record.standing.withdrawn ?? [];
    const entry = waiting.find(({ rowId }) => rowId === payload.rowId);
    if (!entry) return [];
    const rest = waiting.filter((one) => one !== entry);
    const body = { ...payload, entry: entry.kind, by: actor.name };
    const restored = payload.finding === 'no-breach-restore' ? [entry.rowId, ...(entry.with ?? [])] : [];
    return [
      { do: 'write', kind: 'breach-decision', class: 'case', body },
      ...restored.map(
        (replaces): Effect => ({
          do: 'write',
          kind: restoration,
          class: 'case',
          replaces,
          body: { entry: entry.kind, by: actor.name },
        }),
      ),
      ...(restored.length > 0 ? givenBack(context, entry) : []),
      { do: 'set', patch: { withdrawn: rest } },
      ...clockOf(record.standing, rest),
      // About the recipient's own account: whoever has left the case by now gets it as well, and learns nothing of it.
      ...(payload.told ?? []).map(
        (userId): Effect => ({
          do: 'send',
          kind: 'copy-withdrawn',
          principal: `user:${userId}`,
          about: { kind: 'user', id: userId },
        }),
      ),
    ];
  },
};

/** A decision is asked for as long as an entry waits for one; overdue, it is given late. */
export function hasBreach({ record }: GuardContext<ChildCaseStanding>): Missing[] {
  return record.standing.withdrawn?.length
    ? []
    : missing('noBreach', 'No withdrawn entry waits for a decision.', 'information governance');
}

import type { Context, Missing, Standing, WrittenRow } from '../model.js';
import { type Effect, type GuardContext, missing } from '../topic.js';
import { caseMoved, restoration, withdrawal } from '../wrong-rows.js';
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

/** A record from which entries may be withdrawn, with those that wait for the decision of information governance. */
export interface WithWithdrawn extends Standing {
  withdrawn?: WithdrawnEntry[];
}

/** What a withdrawn entry had given the standing of its record, which goes and comes back with it. */
export interface Taking<S extends WithWithdrawn> {
  kept(standing: S, wrong: WrittenRow): Partial<WithdrawnEntry>;
  taken(context: Context<S>, wrong: WrittenRow, chain: readonly WrittenRow[]): Effect[];
  givenBack(context: Context<S>, entry: WithdrawnEntry): Effect[];
}

const governance = 'role:information-governance';
const rule = 'breach-decision';

/** The clock of what remains: each entry has its 72 hours, and the earliest undecided is due first. */
function clockOf({ clocks }: Standing, waiting: readonly WithdrawnEntry[]): Effect[] {
  const [first] = waiting.map(({ at }) => at).sort();
  if (!first) return [{ do: 'end', rule }];
  if (clocks.some((clock) => clock.rule === rule && clock.start === first)) return [];
  return [
    { do: 'end', rule },
    { do: 'start', rule, who: governance, start: first },
  ];
}

/** An entry waits for the decision of information governance, which is told: the 72 hours count from now. */
export function awaitsDecision({ standing }: { standing: WithWithdrawn }, entry: WithdrawnEntry): Effect[] {
  return [
    { do: 'set', patch: { withdrawn: [...(standing.withdrawn ?? []), entry] } },
    { do: 'start', rule, who: governance, sooner: true },
    { do: 'send', kind: withdrawal, principal: governance },
  ];
}

function withdrawn<S extends WithWithdrawn>({ kept, taken }: Taking<S>) {
  return (context: Context<S, WithdrawEntryPayload>): Effect[] => {
    const { payload, record, facts, actor, happened } = context;
    const wrong = facts.written.find((row) => row.id === payload.rowId);
    if (!wrong) return [];
    const chain = chainOf(facts.written, wrong);
    const [, ...before] = chain.map(({ id }) => id);
    const isOwn = wrong.record.id === record.id;
    const entry: WithdrawnEntry = {
      rowId: wrong.id,
      kind: wrong.kind,
      at: happened,
      ...(isOwn ? {} : { on: wrong.record }),
      ...(before.length > 0 ? { with: before } : {}),
      ...kept(record.standing, wrong),
    };
    const body = { reason: payload.reason, by: actor.name, entry: wrong.kind };
    // What was written on a record that hangs on this one is marked there; the decision is asked for here.
    if (!isOwn) return awaitsDecision(record, entry);
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
      ...taken(context, wrong, chain),
      ...awaitsDecision(record, entry),
    ];
  };
}

/** About the recipient's own account: whoever has left the case by now gets it as well, and learns nothing of it. */
const giveBack = (userId: string): Effect => ({
  do: 'send',
  kind: 'copy-withdrawn',
  principal: `user:${userId}`,
  about: { kind: 'user', id: userId },
});

function decided<S extends WithWithdrawn>({ givenBack }: Taking<S>) {
  return (context: Context<S, RecordBreachDecisionPayload>): Effect[] => {
    const { payload, actor, record } = context;
    const waiting = record.standing.withdrawn ?? [];
    const entry = waiting.find(({ rowId }) => rowId === payload.rowId);
    if (!entry) return [];
    const rest = waiting.filter((one) => one !== entry);
    const body = { ...payload, entry: entry.kind, by: actor.name };
    const isRestored = payload.finding === 'no-breach-restore' && entry.kind !== caseMoved && !entry.on;
    const restored = isRestored ? [entry.rowId, ...(entry.with ?? [])] : [];
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
      ...(payload.told ?? []).map(giveBack),
    ];
  };
}

/** The recorders of withdrawing an entry, and of what is decided about the breach, for records of one topic. */
export function withdrawalRecordersOf<S extends WithWithdrawn>(taking: Taking<S>) {
  return { recordWithdrawnEntry: withdrawn(taking), recordBreachDecision: decided(taking) };
}

/** Those of a case: counts, harm and clocks go and come back with an entry. */
export const withdrawalRecorders = withdrawalRecordersOf<ChildCaseStanding>({
  kept: ({ harm }, wrong) => {
    const counted = countedOf(wrong);
    return {
      ...(counted ? { counted, happened: wrong.happened } : {}),
      ...(wrong.kind === 'assessment' ? { harm } : {}),
    };
  },
  taken: takenWith,
  givenBack,
});

/** A decision is asked for as long as an entry waits for one; overdue, it is given late. */
export function hasBreach({ record }: GuardContext<WithWithdrawn>): Missing[] {
  return record.standing.withdrawn?.length
    ? []
    : missing('noBreach', 'No withdrawn entry waits for a decision.', 'information governance');
}

import { leavingSteps } from '../agenda-items/take-off.js';
import { countedFor } from '../disruption-measures/told.js';
import { incidentSteps } from '../incident-parts/told.js';
import { concernSteps, withdrawnSteps } from '../links/told.js';
import type { Context, StoredRecord } from '../model.js';
import { listingEndSteps } from '../plan-actions/given-apart.js';
import type { Step } from '../topic.js';
import { seenBy } from './access.js';
import { recalledRemovals } from './codes.js';
import { aboutIn } from './opening.js';
import type { NominatePayload, ReportPayload } from './payloads.js';
import type { StrandCaseStanding } from './standing.js';
import type { Strand } from './strand.js';

type Ctx<P extends object> = Context<StrandCaseStanding, P>;

interface Held {
  cases: { id: string; seen: object }[];
}

/** What the record of a person or place is told of one of its cases; nothing that it knows already. */
export function seenSteps(
  locked: readonly StoredRecord[],
  after: StoredRecord<StrandCaseStanding>,
  at: string,
): Step[] {
  const about = locked.find(({ id }) => id === after.standing.aboutId);
  if (!about) return [];
  const seen = seenBy(after, at);
  const known = (about.standing as unknown as Held).cases.find(({ id }) => id === after.id);
  if (known && JSON.stringify(known.seen) === JSON.stringify(seen)) return [];
  return [
    {
      record: { kind: about.kind, id: about.id },
      event: 'receive-case',
      payload: { caseId: after.id, seen },
    },
  ];
}

/** The record of the person or place: put on the books where new, told of the case where known. */
export const openingSteps =
  (strand: Strand) =>
  ({ payload, commandId, record, locked, at }: Ctx<NominatePayload & ReportPayload>): Step[] => {
    const id = aboutIn(payload, commandId);
    const about = { kind: strand.about, id } as const;
    const seen = seenBy({ ...record, state: { work: strand.first, panel: 'notListed' } }, at);
    const told = { record: about, event: 'receive-case', payload: { caseId: record.id, seen } };
    const described = payload[strand.about];
    if (locked.some((one) => one.id === id) || !described) return [told];
    return [{ record: about, event: 'record-entry', payload: described }, told];
  };

/** The state that a command leads to is not known to what steps beside it: it is said by the command that changes it. */
export const afterwards =
  (panel?: 'listed' | 'notListed') =>
  ({ record, locked, at }: Ctx<object>): Step[] => {
    const state = panel ? { ...(record.state as object), panel } : record.state;
    return seenSteps(locked, { ...record, state } as StoredRecord<StrandCaseStanding>, at);
  };

/** Once accepted, the record is told who reads it, the case what is counted of it already, and whoever is responsible for a child that is linked with it hears of it. */
export function acceptanceSteps(context: Ctx<object>): Step[] {
  const { locked } = context;
  const record = context.record as StoredRecord;
  return [
    ...afterwards()(context),
    ...countedFor(context, record),
    ...incidentSteps([record], locked),
    ...concernSteps(locked, context.record.standing.aboutId),
  ];
}

/** What hangs on a case of what was to be done learns that the listing has ended, where it has. */
function endedActions({ record, locked }: Pick<Ctx<object>, 'record' | 'locked'>): Step[] {
  const { closed } = record.standing;
  if (!closed) return [];
  const over = { at: closed.at, recalled: recalledRemovals.includes(closed.reason) };
  return listingEndSteps(locked, record.id, over);
}

/** After a decision of a sitting, which may end the listing. */
export const panelSteps = (context: Ctx<object>): Step[] => [
  ...afterwards()(context),
  ...endedActions(context),
];

/** What is listed again is read again, with what was done about it. */
export const relistingSteps = (context: Ctx<object>): Step[] => [
  ...afterwards()(context),
  ...listingEndSteps(context.locked, context.record.id, null),
];

/** What was never so has no links either: those of something mistaken or unfounded are withdrawn with it. */
export function removalSteps(context: Ctx<object>): Step[] {
  const { record, locked } = context;
  const { closed, aboutId } = record.standing;
  const neverSo = closed !== null && recalledRemovals.includes(closed.reason);
  return [
    ...afterwards('notListed')(context),
    ...leavingSteps(context as never, 'The listing has ended.'),
    ...endedActions(context),
    ...(neverSo ? withdrawnSteps(locked, aboutId, 'Removed as mistaken or unfounded') : []),
  ];
}

import type { Context, Fault, RecordRef, StoredRecord } from '../model.js';
import type { Step } from '../topic.js';
import { type DecideMergePayload, isJoinedTo, joinedKept, otherOf } from './joining.js';
import type { ChildStanding } from './standing.js';

type Ctx<P extends object> = Context<ChildStanding, P>;

/** Kinds of record that hang under a child and go with it. */
export const kindsUnderChild = ['childCase', 'missingEpisode', 'referralProposal'] as const;

const fault = (code: string, detail: string): Fault[] => [{ pointer: '/childId', code, detail }];

/** Whether another record can be joined with this one; each of the two stands for itself until then. */
export function mergeFaults(context: Ctx<{ childId: string }>): Fault[] {
  const { record, payload } = context;
  const other = otherOf(context);
  if (payload.childId === record.id) return fault('sameChild', 'A record cannot be joined with itself.');
  if (!other) return fault('noChild', 'No child on the books has this id.');
  if (Boolean(other.standing.access?.closed) !== Boolean(record.standing.access?.closed))
    return fault(
      'restricted',
      'One of the two is restricted and the other is not: the Caldicott guardian is asked first.',
    );
  if (other.state !== 'onBooks' && !other.standing.joinedWith)
    return fault('proposed', 'A proposal about the other record waits for its decision first.');
  if (other.standing.joinedWith)
    return fault('joinedBefore', 'The other record is joined with a third one: join that one.');
  if (other.standing.joined?.length)
    return fault(
      'hasJoined',
      'Other records are joined with that one: join this record with that one instead.',
    );
  if ((record.standing.joined ?? []).length >= joinedKept)
    return fault('tooMany', `${joinedKept} records are joined with this one already.`);
  return [];
}

/** Whether the other record is one that was joined with this one. */
export function unmergeFaults({ record, payload }: Ctx<{ childId: string }>): Fault[] {
  return isJoinedTo(record, payload.childId)
    ? []
    : fault('notJoined', 'The other record is not joined with this one.');
}

/** The second person decides on the record that was proposed, and on no other. */
export function approvalFaults(context: Ctx<DecideMergePayload>): Fault[] {
  const { record, payload } = context;
  const { joining } = record.standing;
  if (joining && joining.childId !== payload.childId)
    return fault('otherChild', 'Another record was proposed: look at that one.');
  if (!otherOf(context)) return fault('noChild', 'The other record is not one that you may see.');
  if (payload.decision === 'refuse' && !payload.reasons)
    return [
      { pointer: '/reasons', code: 'asked', detail: 'Say why the two are not joined, or not taken apart.' },
    ];
  return isJoinedTo(record, payload.childId) ? [] : mergeFaults(context);
}

/** Names the other record, to be locked with all that hangs under it. */
export const otherNamed = ({ childId }: { childId: string }): RecordRef[] => [{ kind: 'child', id: childId }];

/** Moves what hangs under one record of a child to the record that stands for the child. */
export function moveSteps(
  locked: readonly StoredRecord[],
  from: string,
  to: { id: string; name: string },
  which: (one: StoredRecord) => boolean = () => true,
): Step[] {
  const kinds: readonly string[] = kindsUnderChild;
  return locked
    .filter((one) => one.parentId === from && kinds.includes(one.kind) && which(one))
    .map(({ kind, id }) => ({
      record: { kind, id },
      event: 'receive-child',
      payload: { childId: to.id, childName: to.name, from },
    }));
}

/** The other record learns that it is joined; what hangs under it moves to this one. */
function mergeSteps({ record, payload, locked }: Ctx<DecideMergePayload>): Step[] {
  const other = { kind: 'child', id: payload.childId } as const;
  const to = { id: record.id, name: record.standing.name };
  return [
    { record: other, event: 'receive-merge-into', payload: { childId: to.id, name: to.name } },
    ...moveSteps(locked, payload.childId, to),
  ];
}

/** The other record stands for itself again, and takes back what hung under it when it was joined. */
function unmergeSteps({ record, payload, locked }: Ctx<DecideMergePayload>): Step[] {
  const other = locked.find((one) => one.id === payload.childId) as StoredRecord<ChildStanding> | undefined;
  if (!other) return [];
  const cameFrom = (one: StoredRecord) =>
    (one.standing as { joinedFrom?: string | null }).joinedFrom === other.id;
  return [
    { record: { kind: 'child', id: other.id }, event: 'receive-parting', payload: {} },
    ...moveSteps(locked, record.id, { id: other.id, name: other.standing.name }, cameFrom),
  ];
}

/** What an approval does to the other record and to all that hangs under the two; a refusal does nothing. */
export function decisionSteps(context: Ctx<DecideMergePayload>): Step[] {
  const { payload, record, locked } = context;
  const before = locked.find((one) => one.id === record.id) as StoredRecord<ChildStanding> | undefined;
  if (payload.decision === 'refuse' || !before) return [];
  return isJoinedTo(before, payload.childId) ? unmergeSteps(context) : mergeSteps(context);
}

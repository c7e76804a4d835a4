import { episodeSteps, kindsOnCase } from '../child-cases/holder-steps.js';
import type { Context, Fault, RecordRef, StoredRecord } from '../model.js';
import { statusSteps } from '../protections/tell-measures.js';
import type { CommandDefinition, Step } from '../topic.js';
import { type DecideMergePayload, isJoinedTo, joinedKept, otherOf } from './joining.js';
import { type ChildStanding, casesKept, holdersKept } from './standing.js';
import type { ChildNews } from './under-child.js';

type Ctx<P extends object> = Context<ChildStanding, P>;
type Child = StoredRecord<ChildStanding>;

/** Kinds of record that hang under a child and go with it. */
export const kindsUnderChild = [
  'childCase',
  'missingEpisode',
  'incidentVictim',
  'returnInterview',
  'referralProposal',
  'accessRequest',
  'protection',
  'link',
] as const;

/** Kinds of record that hang on a case of the child, or are about it, and name the child. */
const kindsBeneath = [...kindsOnCase, 'agendaItem'] as const;

/** All that hangs under a child, what of it the actor does not see among it; and under the record named, where one is. */
export const allUnderChild = {
  children: kindsUnderChild,
  childrenSubjects: true,
  about: ['link'],
  beneath: kindsBeneath,
  unseen: true,
} as const satisfies CommandDefinition['locks'];

const fault = (code: string, detail: string): Fault[] => [{ pointer: '/childId', code, detail }];

type Kept = Pick<ChildStanding, 'cases' | 'holders'>;

/** A record keeps so many cases and holders: rather than losing sight of one, two records with more are not joined. */
export function keptFaults(own: Kept, other: Kept): Fault[] {
  if (own.cases.length + other.cases.length > casesKept)
    return fault(
      'tooManyCases',
      `Together the two have more than ${casesKept} cases: a record keeps no more.`,
    );
  if (own.holders.length + other.holders.length > holdersKept)
    return fault(
      'tooManyHolders',
      `Together the two have more than ${holdersKept} cases that somebody holds: close or join those of one child first.`,
    );
  return [];
}

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
  return keptFaults(record.standing, other.standing);
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

/** The record that stands for a child from now on. */
type To = Pick<StoredRecord<ChildStanding>, 'id'> & {
  standing: Pick<ChildStanding, 'name' | 'birthDate' | 'holders' | 'former' | 'orders' | 'status'>;
};

/**
 * Moves what hangs under one record of a child to the record that stands for the child, or tells it anew who the child
 * is; what hangs on the cases among it learns that too.
 */
export function moveSteps(
  locked: readonly StoredRecord[],
  from: string,
  to: To,
  which: (one: StoredRecord) => boolean = () => true,
): Step[] {
  const kinds: readonly string[] = kindsUnderChild;
  const payload: ChildNews = {
    childId: to.id,
    childName: to.standing.name,
    birthDate: to.standing.birthDate,
    from,
  };
  const under = locked.filter(
    (one) =>
      (one.parentId === from || (one.kind === 'link' && one.subjectId === from)) &&
      kinds.includes(one.kind) &&
      which(one),
  );
  const cases = under.filter(({ kind }) => kind === 'childCase').map(({ id }) => id);
  const beneath: readonly string[] = kindsBeneath;
  const hung = locked.filter(
    ({ kind, parentId, subjectId }) =>
      beneath.includes(kind) && cases.includes((kind === 'agendaItem' ? subjectId : parentId) ?? ''),
  );
  const told = [...under, ...hung].map(({ kind, id }) => ({
    record: { kind, id },
    event: 'receive-child',
    payload,
  }));
  const protections = locked.filter((one) => one.kind !== 'protection' || under.includes(one));
  return [...told, ...episodeSteps(under, to.standing), ...statusSteps(protections, from, to.standing)];
}

/** The other record learns that it is joined; what hangs under it moves to this one, whose own learns what came of it. */
function mergeSteps({ record, payload, locked }: Ctx<DecideMergePayload>, before: Child): Step[] {
  const other = { kind: 'child', id: payload.childId } as const;
  const into = { childId: record.id, name: record.standing.name };
  return [
    { record: other, event: 'receive-merge-into', payload: into },
    ...moveSteps(locked, payload.childId, record),
    ...ownSteps(locked, record, before),
  ];
}

/** The other record stands for itself again, and takes back what hung under it when it was joined. */
function unmergeSteps({ record, payload, locked }: Ctx<DecideMergePayload>, before: Child): Step[] {
  const other = locked.find((one) => one.id === payload.childId) as Child | undefined;
  if (!other) return [];
  const cameFrom = (one: StoredRecord) =>
    (one.standing as { joinedFrom?: string | null }).joinedFrom === other.id;
  return [
    { record: { kind: 'child', id: other.id }, event: 'receive-parting', payload: {} },
    ...moveSteps(locked, record.id, other, cameFrom),
    ...ownSteps(locked, record, before, (one) => !cameFrom(one)),
  ];
}

/** What hung under the kept record before: its cases learn of another birth date, its episodes of other holders. */
export function ownSteps(
  locked: readonly StoredRecord[],
  after: Child,
  before: Child,
  which: (one: StoredRecord) => boolean = () => true,
): Step[] {
  const own = locked.filter((one) => one.parentId === after.id && which(one));
  const isDated = after.standing.birthDate !== before.standing.birthDate;
  return [
    ...(isDated ? moveSteps(own, after.id, after, ({ kind }) => kind === 'childCase') : []),
    ...episodeSteps(own, after.standing),
    ...statusSteps(
      locked.filter((one) => one.kind !== 'protection' || own.includes(one)),
      after.id,
      after.standing,
    ),
  ];
}

/** What an approval does to the other record and to all that hangs under the two; a refusal does nothing. */
export function decisionSteps(context: Ctx<DecideMergePayload>): Step[] {
  const { payload, record, locked } = context;
  const before = locked.find((one) => one.id === record.id) as Child | undefined;
  if (payload.decision === 'refuse' || !before) return [];
  return isJoinedTo(before, payload.childId) ? unmergeSteps(context, before) : mergeSteps(context, before);
}

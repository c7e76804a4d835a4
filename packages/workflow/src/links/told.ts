import { keptWithCase } from '../agenda-items/with-case.js';
import type { ClusterStanding } from '../clusters/standing.js';
import type { Access, Context, SearchTerm, StoredRecord } from '../model.js';
import type { Step } from '../topic.js';
import { childrenJoined } from './access.js';
import type { ConcernNews, EndMoved, FollowsEnds } from './end-news.js';
import { idAt, type LinkEnd, nodeOf } from './ends.js';
import type { GradeLinkPayload, LinkStanding } from './standing.js';

/** Kinds of record that follow the persons and places that they are about: closed with them, and moved with them. */
export const followers = ['link', 'incidentPart', 'disruptionMeasure'] as const;

type Follower = StoredRecord<FollowsEnds>;

/** What follows a record, of all that is locked. */
function followersOf(locked: readonly StoredRecord[], recordId: string): Follower[] {
  const kinds: readonly string[] = followers;
  return locked.filter(
    (one) => kinds.includes(one.kind) && (one.parentId === recordId || one.subjectId === recordId),
  ) as Follower[];
}

const told = ({ kind, id }: StoredRecord, event: string, payload: object): Step => ({
  record: { kind, id },
  event,
  payload,
});

/** The clusters of which a record is a child, or what the children share: closed with it, in the same command. */
function clustersAt(locked: readonly StoredRecord[], recordId: string): StoredRecord[] {
  return locked.filter(({ kind, standing }) => {
    if (kind !== 'cluster') return false;
    const { hub, children } = standing as ClusterStanding;
    return (hub !== null && idAt(hub) === recordId) || children.includes(recordId);
  });
}

/** What a child is joined with by a link: nothing where no child, or none but children, is at its ends. */
function sharedBy({ from, to }: LinkStanding): LinkEnd[] {
  const others = [from, to].filter(({ kind }) => kind !== 'child');
  return others.length === 1 ? others : [];
}

/** The cluster of those who share what a child is joined with by a link, with the panel’s items about it. */
export const clusterOfLink = {
  kind: 'cluster',
  about: keptWithCase,
  terms: (standing: LinkStanding) =>
    sharedBy(standing).map((end): SearchTerm => ({ kind: 'hub', term: nodeOf(end) })),
} as const;

/** The clusters of a child, with the panel’s items about them. */
export const clustersOfChild = {
  kind: 'cluster',
  about: keptWithCase,
  terms: ({ childId }: { childId: string }): SearchTerm[] => [{ kind: 'clusterChild', term: childId }],
} as const;

/** A link that is handled with conditions from now on closes the cluster that counts its child, until it is weighed again. */
export function gradedLinkSteps({
  record,
  locked,
  payload,
}: Context<LinkStanding, GradeLinkPayload>): Step[] {
  if (payload.grade.handling !== 'C') return [];
  const access: Access = { closed: true };
  const childIds = childrenJoined(record.standing);
  return locked
    .filter(({ kind, standing }) => {
      if (kind !== 'cluster' || standing.access?.closed) return false;
      return (standing as ClusterStanding).children.some((id) => childIds.includes(id));
    })
    .map((one) => told(one, 'receive-end-access', { recordId: record.id, access }));
}

/** Tells what follows a record what is closed of it, as far as it does not know it: it is closed with the record. */
export function endAccessSteps(locked: readonly StoredRecord[], recordId: string, access: Access): Step[] {
  const { closed = false, named = [], without = [] } = access;
  const known = ({ standing }: Follower) => {
    const end = standing.closedEnds?.[recordId] ?? {};
    return JSON.stringify([end.closed ?? false, end.named ?? [], end.without ?? []]);
  };
  const followers = followersOf(locked, recordId).filter(
    (one) => known(one) !== JSON.stringify([closed, closed ? named : [], without]),
  );
  return [...followers, ...(closed ? clustersAt(locked, recordId) : [])].map((one) =>
    told(one, 'receive-end-access', { recordId, access }),
  );
}

/** Tells the links and incidents of somebody who has become a person of concern: whoever is responsible for a child hears of it. */
export function concernSteps(locked: readonly StoredRecord[], recordId: string): Step[] {
  return followersOf(locked, recordId)
    .filter(({ kind }) => kind !== 'disruptionMeasure')
    .map((one) => told(one, 'receive-concern', { recordId }));
}

/**
 * Tells the links of somebody who turns out to be a person of concern under another name. Parts in incidents are left out:
 * they would stay open to more readers after the two are taken apart.
 */
export function joinedConcernSteps(locked: readonly StoredRecord[], recordId: string): Step[] {
  return followersOf(locked, recordId)
    .filter(({ kind }) => kind === 'link')
    .map((one) => told(one, 'receive-concern', { recordId, joined: true } satisfies ConcernNews));
}

/** Moves what follows a record to another, as two are joined or taken apart. */
export function endMovedSteps(
  locked: readonly StoredRecord[],
  moved: EndMoved,
  which: (one: Follower) => boolean = () => true,
): Step[] {
  return followersOf(locked, moved.from)
    .filter(which)
    .map((one) => told(one, 'receive-end', moved));
}

/** How a follower says that what it tells of a record was never so. */
const withdrawals: { [kind: string]: { event: string; from: readonly string[] } } = {
  link: { event: 'withdraw-link', from: ['current', 'faded'] },
  incidentPart: { event: 'withdraw-part', from: ['linked'] },
};

/** Withdraws the links and incidents of a person or place that was never what it was taken for. */
export function withdrawnSteps(locked: readonly StoredRecord[], recordId: string, reason: string): Step[] {
  return followersOf(locked, recordId)
    .filter(({ kind, state }) => withdrawals[kind]?.from.includes(state as string))
    .map((one) => told(one, withdrawals[one.kind]?.event as string, { reason }));
}

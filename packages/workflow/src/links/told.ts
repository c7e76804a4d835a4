import type { Access, StoredRecord } from '../model.js';
import type { Step } from '../topic.js';
import type { EndMoved, LinkStanding } from './standing.js';

type Link = StoredRecord<LinkStanding>;

/** The links at a record, of all that is locked. */
function linksAt(locked: readonly StoredRecord[], recordId: string): Link[] {
  return locked.filter(
    (one) => one.kind === 'link' && (one.parentId === recordId || one.subjectId === recordId),
  ) as Link[];
}

const told = ({ id }: Link, event: string, payload: object): Step => ({
  record: { kind: 'link', id },
  event,
  payload,
});

/** Tells the links at a record what is closed of it, as far as they do not know it: they are closed with it. */
export function endAccessSteps(locked: readonly StoredRecord[], recordId: string, access: Access): Step[] {
  const { closed = false, named = [], without = [] } = access;
  const known = ({ standing }: Link) => {
    const end = standing.closedEnds?.[recordId] ?? {};
    return JSON.stringify([end.closed ?? false, end.named ?? [], end.without ?? []]);
  };
  return linksAt(locked, recordId)
    .filter((one) => known(one) !== JSON.stringify([closed, closed ? named : [], without]))
    .map((one) => told(one, 'receive-end-access', { recordId, access }));
}

/** Tells the links at a person that he or she has become a person of concern: whoever is responsible for a child hears of it. */
export function concernSteps(locked: readonly StoredRecord[], recordId: string): Step[] {
  return linksAt(locked, recordId).map((one) => told(one, 'receive-concern', { recordId }));
}

/** Moves links with the record that they join, as two are joined or taken apart. */
export function endMovedSteps(
  locked: readonly StoredRecord[],
  moved: EndMoved,
  which: (link: Link) => boolean = () => true,
): Step[] {
  return linksAt(locked, moved.from)
    .filter(which)
    .map((one) => told(one, 'receive-end', moved));
}

/** Withdraws the links of a person or place that was never what it was taken for. */
export function withdrawnSteps(locked: readonly StoredRecord[], recordId: string, reason: string): Step[] {
  return linksAt(locked, recordId)
    .filter(({ standing }) => standing.ended?.how !== 'withdrawn')
    .map((one) => told(one, 'withdraw-link', { reason }));
}

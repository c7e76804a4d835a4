import type { ChildCaseStanding, ChildStanding, DisposalStanding, StoredRecord } from '@mase/workflow';

/** The record of a disposal as its reader knows it: by name while it is there, by nothing once it is gone. */
export interface Disposed {
  kind: string;
  id: string;
  title: string;
  reference: string | null;
  childId: string;
}

/** How a disposal's record is called, while it is there for the reader. */
export function disposedOf(target: StoredRecord | undefined): Disposed | null {
  if (!target) return null;
  const { kind, id, parentId } = target;
  if (kind === 'child') {
    const { name, localId } = target.standing as ChildStanding;
    return { kind, id, title: name, reference: localId, childId: id };
  }
  const { name, reference } = target.standing as ChildCaseStanding;
  return { kind, id, title: name, reference, childId: parentId ?? '' };
}

/** One disposal as lists and its own page show it. */
export function disposalLine(record: StoredRecord, target: StoredRecord | undefined) {
  const { basis, rule, keptUntil, proposed, approved, notBefore, ended } =
    record.standing as DisposalStanding;
  const { id, version, state } = record;
  return {
    id,
    version,
    state,
    about: disposedOf(target),
    basis,
    rule,
    keptUntil,
    proposed,
    approved,
    notBefore,
    ended,
  };
}

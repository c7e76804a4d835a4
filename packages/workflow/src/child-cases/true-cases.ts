import type { StoredRecord } from '../model.js';
import type { Profile } from '../profile/profile.js';
import { lastClosedBefore, linkedKept } from './cases-beside.js';
import type { ChildCaseStanding } from './standing.js';

/** A child’s case. */
type Case = StoredRecord<ChildCaseStanding>;

/** What a case says of its child’s other cases. */
export type OfOtherCases = Pick<ChildCaseStanding, 'linked' | 'workers' | 'reReferral'>;

/** How many workers a child has had, in these cases: each tells what it had itself. A restricted one is told of to its own readers alone. */
export function workersIn(cases: readonly Case[], own?: string): number {
  const told = cases.filter(({ id, standing }) => id === own || !standing.access?.closed);
  return told.reduce((sum, { standing }) => sum + (standing.allocated ?? 0), 0);
}

/**
 * What a case says of the others of its child once one case was moved to the child whom it is about: `cases` are those
 * that its child truly has, itself among them. A case before which another closed within the profile’s months is a
 * re-referral, and no longer one of a case that was another child’s.
 */
export function ofTrueCases(
  one: Case,
  about: { cases: readonly Case[]; moved: string; profile: Profile },
): OfOtherCases {
  const { id, standing } = one;
  const others = about.cases.filter((other) => other.id !== id);
  const isOther = (caseId: string) => others.some((other) => other.id === caseId);
  // A case that stayed keeps what it says of cases of another record; one that was moved knows no such case.
  const isTrue = (caseId: string) => isOther(caseId) || (id !== about.moved && caseId !== about.moved);
  const { linked, receivedAt, triage, closed, workers, reReferral = null } = standing;
  const before = others.filter((other) => other.standing.receivedAt < receivedAt).map((other) => other.id);
  const kept = linked.filter(isTrue);
  const counts = triage !== null && triage.outcome !== 'joined' && closed?.reason !== 'merged';
  const wasTrue = reReferral && (reReferral.caseId === id || isTrue(reReferral.caseId));
  return {
    linked: [...kept, ...before.filter((caseId) => !kept.includes(caseId))].slice(-linkedKept),
    workers: workers > 0 ? workersIn(about.cases, id) : 0,
    reReferral: wasTrue ? reReferral : counts ? lastClosedBefore(others, receivedAt, about.profile) : null,
  };
}

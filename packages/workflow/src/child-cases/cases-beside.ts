import type { Context, StoredRecord } from '../model.js';
import { monthsBefore } from '../months-before.js';
import type { Profile } from '../profile/profile.js';
import type { ChildCaseStanding } from './standing.js';

/** How many linked cases a standing names. */
export const linkedKept = 5;

/** The linked cases with one more, the latest last. */
export function linkedAfter(linked: string[], caseId: string | undefined): string[] {
  return caseId === undefined || linked.includes(caseId) ? linked : [...linked, caseId].slice(-linkedKept);
}

type Ctx = Pick<Context<ChildCaseStanding>, 'record' | 'locked' | 'facts'>;

/** Every other case of the same child, open or closed, as far as it was read, restricted ones too: for what nobody is told of. */
export function everyCaseBeside({ record, locked, facts }: Ctx): StoredRecord<ChildCaseStanding>[] {
  const cases = [...locked, ...facts.related].filter(
    ({ kind, id }, index, all) =>
      kind === 'childCase' && id !== record.id && all.findIndex((one) => one.id === id) === index,
  ) as StoredRecord<ChildCaseStanding>[];
  return cases.filter(({ standing }) => standing.childId === record.standing.childId);
}

/** The other cases of the same child, as far as they were read; a restricted one is not told of. */
export function casesBeside(context: Ctx): StoredRecord<ChildCaseStanding>[] {
  return everyCaseBeside(context).filter(({ standing }) => !standing.access?.closed);
}

/** Ids of the other open cases of the same child, as far as they were read; a restricted one is not told of. */
export function openCasesBeside(context: Ctx): string[] {
  return casesBeside(context)
    .filter(({ standing }) => standing.closed === null)
    .map(({ id }) => id);
}

/** The latest of these cases that closed within the profile’s months before a referral was received, and was not joined with another. */
export function lastClosedBefore(
  cases: readonly StoredRecord<ChildCaseStanding>[],
  receivedAt: string,
  { reReferralMonths }: Pick<Profile, 'reReferralMonths'>,
): { caseId: string; closedAt: string } | null {
  const since = monthsBefore(receivedAt, reReferralMonths);
  const earlier = cases.flatMap(({ id, standing: { closed } }) =>
    closed && closed.reason !== 'merged' && closed.at >= since && closed.at <= receivedAt
      ? [{ caseId: id, closedAt: closed.at }]
      : [],
  );
  return earlier.sort((one, other) => (one.closedAt < other.closedAt ? 1 : -1))[0] ?? null;
}

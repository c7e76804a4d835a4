import type { Context } from '../model.js';
import { findPerson } from '../person-named.js';
import type { AttendanceEntry, IssuePapersPayload, SittingStanding } from './standing.js';

type Observing = Pick<Context<SittingStanding>, 'record' | 'facts'>;

/** Those of these accounts that have the part of an observer, each once, without whoever chairs. */
function observersAmong({ record, facts }: Observing, ids: readonly (string | undefined)[]): string[] {
  const { chairId } = record.standing;
  const named = ids.filter((id): id is string => id !== undefined && id !== chairId);
  return [...new Set(named)].filter((id) => findPerson(facts, id)?.roles.includes('observer'));
}

/**
 * Who observes a sitting whose papers are issued: the observers among their recipients, and whoever was known before. Of
 * papers that were out before this was kept nothing is said until somebody records who is there.
 */
export function observersGiven(
  context: Observing,
  recipients: readonly string[],
): Pick<SittingStanding, 'observers'> {
  const { observers, papersIssuedAt } = context.record.standing;
  if (papersIssuedAt && !observers) return {};
  return { observers: [...new Set([...(observers ?? []), ...observersAmong(context, recipients)])] };
}

const came = ({ as, attendance }: AttendanceEntry) =>
  as === 'observer' && (attendance === 'present' || attendance === 'left');

/** Who observes a sitting once it is known who is there: the observers who have its papers, and those who came as such. */
export function observersThere(
  context: Observing,
  list: readonly AttendanceEntry[],
): Required<Pick<SittingStanding, 'observers'>> {
  const { record, facts } = context;
  const issued = facts.written
    .filter((row) => row.kind === 'papers' && row.record.id === record.id)
    .flatMap(({ body }) => (body as IssuePapersPayload).recipients);
  return {
    observers: observersAmong(context, [...issued, ...list.filter(came).map(({ userId }) => userId)]),
  };
}

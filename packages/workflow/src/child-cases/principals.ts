import type { ChildCaseStanding } from './standing.js';

/** The list of the triage team. */
export const triage = 'role:triage-social-worker';

/** The list of the manager of a team. */
export function manager(team: string | null): string {
  return team === null ? triage : `team:${team}:manager`;
}

/** The list of the allocated worker; the manager's while nobody is allocated. */
export function worker(standing: Pick<ChildCaseStanding, 'workerId' | 'team'>): string {
  return standing.workerId ? `user:${standing.workerId}` : manager(standing.team);
}

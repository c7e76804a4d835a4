/** The roles of a partnership, by the field's own names. */
export const roleNames = {
  referrer: 'Referrer',
  'triage-social-worker': 'Triage social worker',
  'triage-officer': 'Triage officer',
  worker: 'Worker',
  manager: 'Manager',
  'duty-manager': 'Duty manager',
  'out-of-hours': 'Out-of-hours team',
  senior: 'Senior manager',
  coordinator: 'Coordinator',
  chair: 'Chair',
  'deputy-chair': 'Deputy chair',
  member: 'Panel member',
  substitute: 'Substitute member',
  observer: 'Observer',
  'intelligence-officer': 'Intelligence officer',
  'intelligence-supervisor': 'Intelligence supervisor',
  interviewer: 'Return home interviewer',
  'licensing-officer': 'Licensing officer',
  auditor: 'Auditor',
  'information-governance': 'Information governance officer',
  'caldicott-guardian': 'Caldicott guardian',
  advocate: 'Advocate',
  'police-desk': 'Police desk',
  'receiving-area-worker': 'Receiving area worker',
  administrator: 'Administrator',
} as const;

/** A role of `domain.md` 14. */
export type Role = keyof typeof roleNames;

/** Every role, in the order of the list above. */
export const roles = Object.keys(roleNames) as Role[];

/** Roles whose holders work with cases; only the administrator does not. */
export const caseRoles = roles.filter((role) => role !== 'administrator');

/** Who counts as a partner: any of the roles through which an agency takes part in a plan. */
export const partnerRoles: readonly Role[] = ['worker', 'member', 'interviewer', 'licensing-officer'];

/** The principal that everybody with an account in the partnership holds. */
export const everyone = 'everyone';

/** The principals under which an actor reads: himself, his roles, his agency, the team he manages. */
export function principalsOf(actor: {
  userId: string | null;
  agencyId: string | null;
  teamId: string | null;
  roles: readonly Role[];
}): string[] {
  const principals = [everyone, ...actor.roles.map((role) => `role:${role}`)];
  if (actor.userId) principals.push(`user:${actor.userId}`);
  if (actor.agencyId) for (const role of actor.roles) principals.push(`agency:${actor.agencyId}:${role}`);
  if (actor.teamId) for (const role of actor.roles) principals.push(`team:${actor.teamId}:${role}`);
  return principals;
}

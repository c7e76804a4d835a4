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

/** A role in the partnership; each says what its holder may see and do. */
export type Role = keyof typeof roleNames;

/** Every role, in the order of the list above. */
export const roles = Object.keys(roleNames) as Role[];

/** Roles whose holders work with cases; only the administrator does not. */
export const caseRoles = roles.filter((role) => role !== 'administrator');

/** Who counts as a partner: any of the roles through which an agency takes part in a plan. */
export const partnerRoles: readonly Role[] = ['worker', 'member', 'interviewer', 'licensing-officer'];

/** The principal that everybody with an account in the partnership holds. */
export const everyone = 'everyone';

/** The principal of the clocks: the worker that sends what is due. No person holds it. */
export const clockPrincipal = 'clock';

/** The principals of the worker that sends commands by due clocks: it reads accounts and agencies, and finds records. */
export const clockPrincipals: readonly string[] = [everyone, clockPrincipal];

/** The principal of somebody who was named to read a record: it goes to no stand-in, but to the Caldicott guardian. */
export function namedPrincipal(userId: string): string {
  return `named:${userId}`;
}

/** A part in the partnership: a role at an agency and, where it has one, in a team. */
interface Part {
  role: Role;
  agencyId: string | null;
  teamId: string | null;
  standsInFor?: string | null;
  withList?: boolean;
  withNamed?: boolean;
}

function principalsOfPart({ role, agencyId, teamId, standsInFor, withList, withNamed }: Part): string[] {
  return [
    ...(standsInFor && withList ? [`user:${standsInFor}`] : []),
    ...(standsInFor && withNamed ? [namedPrincipal(standsInFor)] : []),
    `role:${role}`,
    ...(agencyId ? [`agency:${agencyId}:${role}`] : []),
    ...(teamId ? [`team:${teamId}:${role}`] : []),
  ];
}

/**
 * The principals under which an actor reads: himself, his roles, his agency, the team he manages, the panels he belongs to, and every part that
 * he fills for another, with the other's list where the part is one that holds work. What somebody reads by name goes
 * to nobody else but the Caldicott guardian, while that person is away and once he or she has left.
 */
export function principalsOf(actor: {
  userId: string | null;
  agencyId: string | null;
  teamId: string | null;
  roles: readonly Role[];
  posts?: readonly Part[] | undefined;
  panels?: readonly string[] | undefined;
}): string[] {
  const { userId, agencyId, teamId, roles: own, posts = [], panels = [] } = actor;
  const parts = [...own.map((role) => ({ role, agencyId, teamId })), ...posts];
  const all = [
    everyone,
    ...(userId ? [`user:${userId}`, namedPrincipal(userId)] : []),
    ...parts.flatMap(principalsOfPart),
    ...panels.map((id) => `panel:${id}`),
  ];
  return [...new Set(all)];
}

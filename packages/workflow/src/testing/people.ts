import type { Actor } from '../model.js';
import type { Profile } from '../profile/profile.js';
import type { Role } from '../roles.js';
import { anEmptyWorld, type World } from './world.js';

/** Who sets the books up: an operator at the command line, as an administrator. */
export const operator: Actor = {
  kind: 'operator',
  userId: null,
  name: 'Operator',
  agencyId: null,
  teamId: null,
  roles: ['administrator'],
};

/** A due clock as an actor. */
export const dueClock: Actor = { ...operator, kind: 'clock', name: 'Clock', roles: [] };

/** Teams of the made-up social care agency. */
export const teams = { north: 'team-north', south: 'team-south' } as const;

const agencyKinds = {
  care: 'social-care',
  police: 'police',
  health: 'health',
  charity: 'voluntary',
} as const;
type AgencyName = keyof typeof agencyKinds;

/** Everybody of the made-up partnership: name, agency, team, roles. */
const everybody = {
  admin: ['Ada Admin', 'care', null, ['administrator']],
  referrer: ['Rita Referrer', 'charity', null, ['referrer']],
  triage: ['Tom Triage', 'care', null, ['triage-social-worker']],
  officer: ['Olga Officer', 'police', null, ['triage-officer']],
  worker: ['Wanda Worker', 'care', 'north', ['worker']],
  colleague: ['Colin Colleague', 'care', 'north', ['worker']],
  nurse: ['Nora Nurse', 'health', null, ['worker']],
  stranger: ['Stan Stranger', 'care', 'south', ['worker']],
  manager: ['Mary Manager', 'care', 'north', ['manager']],
  deputy: ['Dan Deputy', 'care', 'north', ['manager']],
  otherManager: ['Otto Other', 'care', 'south', ['manager']],
  senior: ['Sara Senior', 'care', null, ['senior']],
  duty: ['Dora Duty', 'care', null, ['duty-manager']],
  night: ['Ned Night', 'care', null, ['out-of-hours']],
  desk: ['Pete Desk', 'police', null, ['police-desk']],
  coordinator: ['Cora Coordinator', 'care', null, ['coordinator']],
  chair: ['Chris Chair', 'care', null, ['chair']],
  deputyChair: ['Vera Vice', 'health', null, ['deputy-chair']],
  member: ['Mel Member', 'health', null, ['member']],
  receiver: ['Remy Receiving', 'charity', null, ['receiving-area-worker']],
  advocate: ['Abe Advocate', 'charity', null, ['advocate']],
  interviewer: ['Ines Interviewer', 'charity', null, ['interviewer']],
  auditor: ['Audrey Auditor', 'care', null, ['auditor']],
  guardian: ['Gus Guardian', 'health', null, ['caldicott-guardian']],
  governance: ['Gail Governance', 'care', null, ['information-governance']],
  analyst: ['Una Analyst', 'police', null, ['intelligence-officer']],
  supervisor: ['Sid Supervisor', 'police', null, ['intelligence-supervisor']],
  licensing: ['Lena Licensing', 'care', null, ['licensing-officer']],
} as const satisfies Record<
  string,
  readonly [string, AgencyName, keyof typeof teams | null, readonly Role[]]
>;

/** The name by which a test calls somebody. */
export type PersonName = keyof typeof everybody;

/** Everybody of the made-up partnership, each with the id of the account; `id` is never null. */
export type People = Record<PersonName, Actor & { userId: string }>;

/** A world with a partnership on its books. */
export interface Partnership extends World {
  people: People;
}

/** A world with four agencies and twenty-eight people of every role that acts on a child's case. */
export function aWorld(about: { profile?: Profile; at?: string; series?: number } = {}): Partnership {
  const world = anEmptyWorld(about);
  const agencies = Object.entries(agencyKinds).map(([name, kind]) => {
    const own = name === 'care' ? Object.values(teams).map((id) => ({ id, name: id })) : [];
    return [name, world.give('agencies/add-agency', { name, kind, teams: own }, operator).id] as const;
  });
  const agencyIds = Object.fromEntries(agencies) as Record<AgencyName, string>;
  const people = Object.entries(everybody).map(([key, [name, agency, team, roles]]) => {
    const agencyId = agencyIds[agency];
    const teamId = team ? teams[team] : null;
    const email = `${key.toLowerCase()}@example.test`;
    const payload = { name, email, agencyId, roles: [...roles], ...(teamId ? { teamId } : {}) };
    const userId = world.give('users/add-user', payload, operator).id;
    return [key, { kind: 'user', userId, name, agencyId, teamId, roles } satisfies Actor] as const;
  });
  return Object.assign(world, { people: Object.fromEntries(people) as unknown as People });
}

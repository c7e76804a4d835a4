import type { Actor, Post, StoredRecord } from '../model.js';
import { partnerRoles, principalsOf, type Role } from '../roles.js';
import type { Absence, Delegation, UserStanding } from './standing.js';

/** Parts through which somebody holds work by name: with them goes the list, and what he or she reads as the holder. */
export const holdingRoles: readonly Role[] = [...partnerRoles, 'advocate', 'receiving-area-worker'];

/** Parts that pass to whoever takes over where nobody was named; every other part needs a name. */
export const passingRoles: readonly Role[] = [...holdingRoles, 'manager'];

/**
 * Parts that somebody was appointed to, to oversee others or because he or she is cleared: no absence passes them,
 * whoever recorded it and whoever stands in. They go by a delegation alone, from the holder or an administrator.
 */
export const appointedRoles: readonly Role[] = [
  'caldicott-guardian',
  'information-governance',
  'auditor',
  'intelligence-officer',
  'intelligence-supervisor',
  'chair',
  'deputy-chair',
  'senior',
];

const passesByName = (role: Role) => role !== 'administrator' && !appointedRoles.includes(role);

/** An end that no post reaches: what a leaver left is held until it is given to somebody. */
export const withoutEnd = '9999-12-31T23:59:59.999Z';

/** Somebody whose work others hold: away, having left, or having given a part to another. */
export interface CoveredPerson {
  id: string;
  standing: UserStanding;
  /** Whether work of a restricted record stands in his or her list as one of those named. */
  named?: boolean;
}

/** A place on the duty rota as it bears on one person. */
export interface RotaPlace {
  role: Role;
  agencyId: string;
  userId: string;
  from: string;
  until: string;
}

/** Everything from which the posts of a person follow. */
export interface Cover {
  people: readonly CoveredPerson[];
  places: readonly RotaPlace[];
  /** Everybody who oversees as guardian, chair, deputy or senior manager; absent where that is not known. */
  appointed?: readonly CoveredPerson[];
}

type Self = Pick<Actor, 'userId' | 'agencyId' | 'teamId' | 'roles'>;

const holds = ({ from, until }: { from: string; until: string }, at: string) => from <= at && at < until;

/** The absence that somebody is on at an instant. */
export function absenceAt(
  { absences = [] }: Pick<UserStanding, 'absences'>,
  at: string,
): Absence | undefined {
  return absences.find((one) => holds(one, at));
}

/** The delegations of somebody that are in force at an instant. */
export function delegationsAt(
  { delegations = [] }: Pick<UserStanding, 'delegations'>,
  at: string,
): Delegation[] {
  return delegations.filter((one) => holds(one, at));
}

/** Whether somebody can be counted on at an instant: access has not ended, and he or she is not away. */
export function isThere(standing: UserStanding, at: string): boolean {
  return !standing.left && standing.endedAt === null && !absenceAt(standing, at);
}

/**
 * Who takes over from somebody where nobody was named: the managers of the team, then those of the agency without a
 * team, its senior managers, any senior manager, the coordinator: the first that somebody there holds.
 */
export function coverOf(
  id: string,
  standing: UserStanding,
  users: readonly StoredRecord[],
  at: string,
): string {
  const { agencyId, teamId } = standing;
  const others = users
    .filter((one) => one.kind === 'user' && one.id !== id && one.state === 'active')
    .filter((one) => isThere(one.standing as UserStanding, at));
  const held = new Set(
    others.flatMap((one) => principalsOf({ ...(one.standing as UserStanding), userId: one.id })),
  );
  const line = [
    ...(teamId ? [`team:${teamId}:manager`] : []),
    `agency:${agencyId}:manager`,
    `agency:${agencyId}:senior`,
    'role:senior',
  ];
  return line.find((one) => held.has(one)) ?? 'role:coordinator';
}

interface Passing {
  person: CoveredPerson;
  roles: readonly Role[];
  from: string;
  until: string;
  /** The stand-in who was named and is there. */
  byName: string | null;
  cover: string | null;
}

function postsFrom({ person, roles, from, until }: Passing): Post[] {
  const { agencyId, teamId } = person.standing;
  return roles.map((role) => ({
    role,
    agencyId,
    teamId,
    from,
    until,
    standsInFor: person.id,
    ...(holdingRoles.includes(role) ? { withList: true } : {}),
  }));
}

function passingAt(cover: Cover, at: string): Passing[] {
  const gone = new Set(cover.people.filter(({ standing }) => !isThere(standing, at)).map(({ id }) => id));
  return cover.people.flatMap((person): Passing[] => {
    const { left, delegations: _none, ...standing } = person.standing;
    const delegated = delegationsAt(person.standing, at)
      .filter(({ role, toId }) => !left && !gone.has(toId) && standing.roles.includes(role))
      .map(({ role, toId, from, until }) => ({
        person,
        roles: [role],
        from,
        until,
        byName: toId,
        cover: null,
      }));
    if (left) {
      const roles = left.roles.filter((role) => passingRoles.includes(role));
      return [{ person, roles, from: left.at, until: withoutEnd, byName: null, cover: left.cover }];
    }
    const absence = absenceAt(standing, at);
    if (!absence) return delegated;
    const byName = absence.standInId && !gone.has(absence.standInId) ? absence.standInId : null;
    const roles = standing.roles.filter((role) =>
      byName === null ? passingRoles.includes(role) : passesByName(role),
    );
    const { from, until } = absence;
    return [...delegated, { person, roles, from, until, byName, cover: byName ? null : absence.cover }];
  });
}

const guardian: Role = 'caldicott-guardian';

/** To whom the part of the Caldicott guardian falls where nobody has it: the first that somebody there holds. */
const inPlaceOfGuardian: readonly Role[] = ['chair', 'deputy-chair', 'senior'];

/**
 * The part of the Caldicott guardian where no account has it: what waits for a guardian would wait for nobody. A guardian
 * who is away still has it, and gives it by a delegation.
 */
function guardianship(self: Self, { appointed = [] }: Cover, at: string): Post[] {
  if (appointed.some(({ standing }) => standing.roles.includes(guardian))) return [];
  const there = appointed.filter(({ standing }) => isThere(standing, at));
  const falls = inPlaceOfGuardian.find((role) => there.some(({ standing }) => standing.roles.includes(role)));
  const isThis = there.some(
    ({ id, standing }) => id === self.userId && standing.roles.includes(falls as Role),
  );
  if (!isThis) return [];
  return [{ role: guardian, agencyId: null, teamId: null, from: at, until: withoutEnd, standsInFor: null }];
}

/**
 * What the Caldicott guardian keeps: the restricted records of those who are away or have left, so that none is ever
 * read by nobody. A guardian who is away keeps them too.
 */
function keptByName(self: Self, posts: readonly Post[], cover: Cover, at: string): Post[] {
  if (![...self.roles, ...posts.map(({ role }) => role)].includes(guardian)) return [];
  return cover.people.flatMap(({ id, standing, named }): Post[] => {
    if (!named || id === self.userId || isThere(standing, at)) return [];
    const { from, until } = absenceAt(standing, at) ?? { from: standing.left?.at ?? at, until: withoutEnd };
    return [{ role: guardian, agencyId: null, teamId: null, from, until, standsInFor: id, withNamed: true }];
  });
}

/**
 * The posts that somebody fills at an instant: places on the duty rota; parts that were given to him or her; and the
 * parts and lists of those who are away or have left, where he or she was named, or is the manager to whom they fall.
 * What falls to somebody who is away in turn falls on to whoever takes over from that person. Who is away fills no
 * post but those of the rota. What somebody was named to read falls to the Caldicott guardian; the guardian’s own part,
 * where nobody fills it, to the chair.
 */
export function postsInForce(self: Self, cover: Cover, at: string): Post[] {
  const posts = [...postsTaken(self, cover, at), ...guardianship(self, cover, at)];
  return [...posts, ...keptByName(self, posts, cover, at)];
}

function postsTaken(self: Self, cover: Cover, at: string): Post[] {
  const posts: Post[] = cover.places
    .filter((place) => place.userId === self.userId && holds(place, at))
    .map(({ role, agencyId, from, until }) => ({
      role,
      agencyId,
      teamId: null,
      from,
      until,
      standsInFor: null,
    }));
  const own = cover.people.find(({ id }) => id === self.userId);
  if (own && !isThere(own.standing, at)) return posts;
  let waiting = passingAt(cover, at).filter(({ person }) => person.id !== self.userId);
  for (;;) {
    const mine = new Set(principalsOf({ ...self, posts }));
    const reached = waiting.filter(({ byName, cover: to }) =>
      byName === null ? to !== null && mine.has(to) : byName === self.userId,
    );
    if (reached.length === 0) return posts;
    posts.push(...reached.flatMap(postsFrom));
    waiting = waiting.filter((one) => !reached.includes(one));
  }
}

import type { Facts } from './model.js';
import type { Role } from './roles.js';

/** What rules read of somebody's account. */
export interface Person {
  name: string;
  agencyId: string;
  teamId: string | null;
  roles: Role[];
  endedAt: string | null;
}

/** The account that a command names, where it was read and has not ended; an id of anything else is nobody's. */
export function findPerson({ related }: Facts, id: string | undefined): Person | null {
  const user = related.find((one) => one.kind === 'user' && one.id === id);
  const person = user?.standing as unknown as Person | undefined;
  return person && person.endedAt === null ? person : null;
}

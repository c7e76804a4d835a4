import type { Role } from '../roles.js';

/** How often somebody looked at a child by one act within an hour; whether a record of the child names him or her. */
export interface LookedAt {
  userId: string;
  personId: string;
  personName: string;
  hour: string;
  last: string;
  action: string;
  looks: number;
  tied: boolean;
}

/** Looks of somebody that were refused within an hour. */
export interface RefusedAt {
  userId: string;
  hour: string;
  last: string;
  looks: number;
  records: number;
}

/** Somebody with an account, as far as the report asks. */
export interface Looker {
  id: string;
  name: string;
  agencyId: string;
  roles: readonly Role[];
}

/** What the report is made from, for one period. */
export interface Looking {
  looked: readonly LookedAt[];
  refused: readonly RefusedAt[];
  /** Everybody with an account, also those who looked at nobody: they are somebody’s colleagues. */
  people: readonly Looker[];
}

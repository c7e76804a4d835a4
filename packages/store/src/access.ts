import { principalsOf, type UserStanding } from '@mase/workflow';
import type { PoolClient } from 'pg';
import { together } from './together.js';

/** For whom the database is asked: a person of a partnership, with the principals under which he or she reads. */
export interface Reading {
  partnershipId: string;
  userId: string;
  principals: readonly string[];
}

/** The reading of somebody with an account. */
export function readingOf(user: UserStanding & { id: string }, partnershipId: string): Reading {
  return {
    partnershipId,
    userId: user.id,
    principals: principalsOf({
      userId: user.id,
      agencyId: user.agencyId,
      teamId: user.teamId,
      roles: user.roles,
    }),
  };
}

/**
 * Begins a transaction and sets the row-level-security context in it: the one place that does. `now` is the instant at
 * which memberships are judged. Without a context the database shows no row. The statements travel together with what
 * is asked next on the same connection; await the answer with it.
 */
export async function begin(
  client: PoolClient,
  reading: Reading,
  about: { purpose: 'read' | 'change'; now: string },
): Promise<void> {
  const context = {
    name: 'context',
    text: `select set_config('app.partnership', $1, true), set_config('app.user', $2, true),
      set_config('app.principals', $3, true), set_config('app.purpose', $4, true), set_config('app.now', $5, true)`,
    values: [
      reading.partnershipId,
      reading.userId,
      principalsText(reading.principals),
      about.purpose,
      about.now,
    ],
  };
  await together([client.query('begin'), client.query(context)]);
}

function principalsText(principals: readonly string[]): string {
  return `{${principals.map((one) => JSON.stringify(one)).join(',')}}`;
}

import { principalsOf, type UserStanding } from '@mase/workflow';
import type { PoolClient } from 'pg';

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
    principals: principalsOf({ userId: user.id, agencyId: user.agencyId, teamId: user.teamId, roles: user.roles }),
  };
}

function literal(client: PoolClient, value: string): string {
  return client.escapeLiteral(value);
}

/**
 * Begins a transaction and sets the row-level-security context in it, in one round trip: the one place that does.
 * `now` is the instant at which memberships are judged. Without a context the database shows no row.
 */
export async function begin(
  client: PoolClient,
  reading: Reading,
  about: { purpose: 'read' | 'change'; now: string },
): Promise<void> {
  const principals = `{${reading.principals.map((one) => JSON.stringify(one)).join(',')}}`;
  const settings: [string, string][] = [
    ['app.partnership', reading.partnershipId],
    ['app.user', reading.userId],
    ['app.principals', principals],
    ['app.purpose', about.purpose],
    ['app.now', about.now],
  ];
  const sets = settings.map(([name, value]) => `set_config('${name}', ${literal(client, value)}, true)`);
  const mode = about.purpose === 'read' ? 'begin read write' : 'begin';
  await client.query(`${mode}; select ${sets.join(', ')}`);
}

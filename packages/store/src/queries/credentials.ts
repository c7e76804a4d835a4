import type { UserStanding } from '@mase/workflow';
import type { Store, Tx } from '../store.js';
import { hashSecret } from './hash-secret.js';

/** A local account's stored secret, by its address; null where there is none. */
export async function findCredential(
  store: Store,
  email: string,
): Promise<{ userId: string; partnershipId: string; hash: string; demonstration: boolean } | null> {
  const found = await store.pool.query<{
    user_id: string;
    partnership_id: string;
    hash: string;
    demonstration: boolean;
  }>('select user_id, partnership_id, hash, demonstration from find_credential($1)', [email]);
  const row = found.rows[0];
  return row
    ? {
        userId: row.user_id,
        partnershipId: row.partnership_id,
        hash: row.hash,
        demonstration: row.demonstration,
      }
    : null;
}

/** The people of a demonstration partnership, who may sign in by choosing themselves. */
export async function findDemonstrationUsers(store: Store): Promise<(UserStanding & { email: string })[]> {
  const found = await store.pool.query<{ email: string; standing: string }>(
    'select email, standing from demonstration_users()',
  );
  return found.rows.map((row) => ({ ...(JSON.parse(row.standing) as UserStanding), email: row.email }));
}

/** Gives the person of the transaction a new password hash and ends his or her other sessions; false without a local account. */
export async function changeOwnCredential(tx: Tx, hash: string, keepSessionId: string): Promise<boolean> {
  const changed = await tx.query<{ changed: boolean }>('select change_own_credential($1, $2) as changed', [
    hash,
    hashSecret(keepSessionId),
  ]);
  return changed.rows[0]?.changed ?? false;
}

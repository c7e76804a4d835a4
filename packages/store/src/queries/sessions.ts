import { createHash, randomBytes } from 'node:crypto';
import type { UserStanding } from '@mase/workflow';
import type { Store } from '../store.js';

/** Somebody who is signed in. */
export interface OpenSession {
  user: UserStanding & { id: string };
  partnershipId: string;
  expiresAt: string;
}

/** A session id is random and opaque; the database holds its hash alone. */
export function hashSessionId(id: string): Buffer {
  return createHash('sha256').update(id, 'utf8').digest();
}

/** The person behind a session id, or null where it is unknown, over, revoked, idle too long, or access has ended. */
export async function openSession(store: Store, sessionId: string): Promise<OpenSession | null> {
  const found = await store.pool.query<{
    user_id: string;
    partnership_id: string;
    standing: string;
    expires_at: string;
  }>({
    name: 'open session',
    text: 'select user_id, partnership_id, standing, expires_at from open_session($1)',
    values: [hashSessionId(sessionId)],
  });
  const row = found.rows[0];
  if (!row) return null;
  const standing = JSON.parse(row.standing) as UserStanding;
  return {
    user: { ...standing, id: row.user_id },
    partnershipId: row.partnership_id,
    expiresAt: row.expires_at,
  };
}

/** Begins a session of so many hours; gives its id, which is shown once and never stored. */
export async function beginSession(
  store: Store,
  who: { userId: string; partnershipId: string },
  hours = 12,
): Promise<{ sessionId: string; expiresAt: string }> {
  const sessionId = randomBytes(32).toString('base64url');
  const made = await store.pool.query<{ begin_session: string }>('select begin_session($1, $2, $3, $4)', [
    hashSessionId(sessionId),
    who.userId,
    who.partnershipId,
    hours,
  ]);
  return { sessionId, expiresAt: made.rows[0]?.begin_session as string };
}

/** Ends a session at once. */
export async function endSession(store: Store, sessionId: string): Promise<void> {
  await store.pool.query('select end_session($1)', [hashSessionId(sessionId)]);
}

/** A local account's stored secret, by its address; empty where there is none. */
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

import type { Store, Tx } from '../store.js';
import { hashSecret } from './hash-secret.js';
import type { EndReason, SignInMethod } from './sessions.js';

/** A running session as its person, or an administrator, sees it. */
export interface SessionLine {
  id: string;
  method: SignInMethod;
  tenant: string | null;
  begunAt: string;
  seenAt: string;
  expiresAt: string;
  current: boolean;
}

/** The running sessions of a person: his or her own, or anybody's for an administrator; otherwise none. */
export async function findSessionsOf(
  tx: Tx,
  userId: string,
  currentSessionId: string,
): Promise<SessionLine[]> {
  const rows = await tx.query<{
    id: string;
    method: SignInMethod;
    tenant: string | null;
    created_at: string;
    seen_at: string;
    expires_at: string;
    is_current: boolean;
  }>('select * from sessions_of($1, $2)', [userId, hashSecret(currentSessionId)]);
  return rows.rows.map((row) => ({
    id: row.id,
    method: row.method,
    tenant: row.tenant,
    begunAt: row.created_at,
    seenAt: row.seen_at,
    expiresAt: row.expires_at,
    current: row.is_current,
  }));
}

/** Ends one session of a person, or all but the one that asks; gives how many. Somebody else's only for an administrator. */
export async function endSessionsOf(
  tx: Tx,
  about: { userId: string; sessionId?: string | undefined; keep?: string | undefined; why: EndReason },
): Promise<number> {
  const ended = await tx.query<{ ended: number }>('select end_sessions_of($1, $2, $3, $4) as ended', [
    about.userId,
    about.sessionId ?? null,
    about.keep ? hashSecret(about.keep) : null,
    about.why,
  ]);
  return ended.rows[0]?.ended ?? 0;
}

/** Ends every session of a subject, or of one session, at a tenant's provider; gives whose they were. */
export async function endSessionsOfSubject(
  store: Store,
  at: { tenant: string; subject?: string | undefined; providerSession?: string | undefined },
): Promise<{ userId: string; partnershipId: string }[]> {
  const ended = await store.pool.query<{ user_id: string; partnership_id: string }>(
    'select user_id, partnership_id from end_sessions_of_subject($1, $2, $3)',
    [at.tenant, at.subject ?? null, at.providerSession ?? null],
  );
  return ended.rows.map((row) => ({ userId: row.user_id, partnershipId: row.partnership_id }));
}

/** Ends the sessions that began in a way that is no longer allowed; gives how many. */
export async function endSessionsNotAllowed(
  store: Store,
  allowed: { tenants: readonly string[]; demonstration: boolean },
): Promise<number> {
  const ended = await store.pool.query<{ ended: number }>(
    'select end_sessions_not_allowed($1, $2) as ended',
    [[...allowed.tenants], allowed.demonstration],
  );
  return ended.rows[0]?.ended ?? 0;
}

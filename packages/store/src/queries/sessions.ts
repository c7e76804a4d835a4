import { randomBytes } from 'node:crypto';
import type { BreakGlassStanding, Cover, DutyRotaStanding, UserStanding } from '@mase/workflow';
import type { Store, Tx } from '../store.js';
import { hashSecret } from './hash-secret.js';

/** Somebody who is signed in. */
export interface OpenSession {
  user: UserStanding & { id: string };
  partnershipId: string;
  expiresAt: string;
  /** The version of the person's account and of everything from which posts follow: what he or she may do was read from it. */
  userVersion: number;
  /** Whose work others hold, and who is on duty: from it follow the posts of every instant. */
  cover: Cover;
  /** Records that the person opened by breaking the glass, as long as they are open. */
  glass: OpenGlass[];
}

/** Records that somebody opened in an emergency: which, until when, and why, which goes with every look into the audit. */
export interface OpenGlass {
  records: string[];
  until: string;
  reason: string;
}

/** How somebody signed in: by choosing a demonstration person, by a local password, through a provider, by a code of a session. */
export type SignInMethod = 'demonstration' | 'password' | 'provider' | 'hand-over';

/** What a session is bound to, and how long it lasts. */
export interface SessionTerms {
  method: SignInMethod;
  /** Its last instant, whatever is done in it; otherwise so many hours from now. */
  until?: string | undefined;
  hours?: number | undefined;
  /** It ends after so many minutes without a request. */
  idleMinutes?: number | undefined;
  tenant?: string | null | undefined;
  subject?: string | null | undefined;
  providerSession?: string | null | undefined;
}

/** The person behind a session id, or null where it is unknown, over, revoked, idle too long, or access has ended. */
export async function openSession(store: Store, sessionId: string): Promise<OpenSession | null> {
  return found(store, 'open session', 'open_session', sessionId);
}

/**
 * The person behind a session that ended by time, or by a change of roles, less than twelve hours ago: for saving what
 * was typed, and for nothing else. Null where access, or the session on purpose, was ended.
 */
export async function openEndedSession(store: Store, sessionId: string): Promise<OpenSession | null> {
  return found(store, 'open ended session', 'open_ended_session', sessionId);
}

async function found(
  store: Pick<Store, 'pool' | 'clock'>,
  name: string,
  asked: 'open_session' | 'open_ended_session',
  sessionId: string,
): Promise<OpenSession | null> {
  const rows = await store.pool.query<{
    user_id: string;
    partnership_id: string;
    version: number;
    standing: string;
    expires_at: string;
    cover: string | null;
  }>({
    name,
    text: `select user_id, partnership_id, version, standing, expires_at,
      cover_of(partnership_id, user_id, $2::timestamptz) as cover from ${asked}($1)`,
    values: [hashSecret(sessionId), store.clock()],
  });
  const row = rows.rows[0];
  if (!row) return null;
  const standing = JSON.parse(row.standing) as UserStanding;
  return {
    user: { ...standing, id: row.user_id },
    partnershipId: row.partnership_id,
    expiresAt: row.expires_at,
    userVersion: row.version,
    ...coverIn(row.cover),
  };
}

interface CoverLine {
  kind: 'user' | 'dutyRota' | 'breakGlass';
  id: string;
  standing: string;
  named?: boolean;
  appointed?: boolean;
}

/** What the database says of who stands in for whom, as `cover_of` gives it. */
export function coverIn(text: string | null): Pick<OpenSession, 'cover' | 'glass'> {
  const lines = JSON.parse(text ?? '[]') as CoverLine[];
  const of = <T>(kind: CoverLine['kind'], isAppointed = false) =>
    lines
      .filter((one) => one.kind === kind && (one.appointed ?? false) === isAppointed)
      .map(({ id, standing, named = false }) => ({ id, standing: JSON.parse(standing) as T, named }));
  const places = of<DutyRotaStanding>('dutyRota').flatMap(({ standing: { role, agencyId, shifts } }) =>
    shifts.map((shift) => ({ role, agencyId, ...shift })),
  );
  const glass = of<BreakGlassStanding>('breakGlass').map(
    ({ standing: { caseId, childId, until, reason } }) => ({
      records: [caseId, childId].filter((one): one is string => one !== null),
      until,
      reason,
    }),
  );
  const appointed = of<UserStanding>('user', true);
  return { cover: { people: of<UserStanding>('user'), places, appointed }, glass };
}

/**
 * Begins a session of so many hours, 12 where nothing is said; gives its id, which is shown once and never stored.
 * Throws where the account has ended.
 */
export async function beginSession(
  store: Pick<Store, 'pool'> | { pool: Tx },
  who: { userId: string; partnershipId: string },
  terms: SessionTerms = { method: 'password' },
): Promise<{ sessionId: string; expiresAt: string }> {
  const sessionId = randomBytes(32).toString('base64url');
  const made = await store.pool.query<{ until: string | null }>(
    'select begin_session($1, $2, $3, make_interval(hours => $4), $5, make_interval(mins => $6), $7, $8, $9, $10) as until',
    [
      hashSecret(sessionId),
      who.userId,
      who.partnershipId,
      terms.hours ?? 12,
      terms.until ?? null,
      terms.idleMinutes ?? 60,
      terms.method,
      terms.tenant ?? null,
      terms.subject ?? null,
      terms.providerSession ?? null,
    ],
  );
  const expiresAt = made.rows[0]?.until;
  if (!expiresAt) throw new Error('A session was begun for an account that has ended');
  return { sessionId, expiresAt };
}

/** Why a session ended before its time. */
export type EndReason = 'signed-out' | 'rotated' | 'ended-by-self' | 'ended-by-administrator';

/** A session that was ended now. */
export interface EndedSession {
  userId: string;
  partnershipId: string;
  method: SignInMethod;
  tenant: string | null;
}

/** Ends a session at once; null where it had ended before. */
export async function endSession(
  store: Store,
  sessionId: string,
  why: EndReason = 'signed-out',
): Promise<EndedSession | null> {
  const ended = await store.pool.query<{
    user_id: string;
    partnership_id: string;
    method: SignInMethod;
    tenant: string | null;
  }>('select user_id, partnership_id, method, tenant from end_session($1, $2)', [hashSecret(sessionId), why]);
  const row = ended.rows[0];
  return row
    ? { userId: row.user_id, partnershipId: row.partnership_id, method: row.method, tenant: row.tenant }
    : null;
}

/** How a running session began, and its last instant; null where it is over. */
export async function findSessionTerms(
  store: Store,
  sessionId: string,
): Promise<(SessionTerms & { until: string }) | null> {
  const rows = await store.pool.query<{
    method: SignInMethod;
    tenant: string | null;
    subject: string | null;
    provider_session: string | null;
    expires_at: string;
  }>('select method, tenant, subject, provider_session, expires_at from find_session($1)', [
    hashSecret(sessionId),
  ]);
  const row = rows.rows[0];
  return row
    ? {
        method: row.method,
        tenant: row.tenant,
        subject: row.subject,
        providerSession: row.provider_session,
        until: row.expires_at,
      }
    : null;
}

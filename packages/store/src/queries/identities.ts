import type { UserStanding } from '@mase/workflow';
import { uuidv7 } from 'uuidv7';
import type { Store, Tx } from '../store.js';

/** An account as sign-in looks at it. */
export interface Account {
  userId: string;
  active: boolean;
  user: UserStanding;
  /** Whether a subject of the issuer is bound to it. */
  bound: boolean;
}

interface AccountColumns {
  user_id: string;
  phase: string;
  standing: string;
  is_bound?: boolean;
}

const account = (row: AccountColumns): Account => ({
  userId: row.user_id,
  active: row.phase === 'active',
  user: JSON.parse(row.standing) as UserStanding,
  bound: row.is_bound ?? true,
});

/** The account that a provider's subject is bound to; null where it is bound to none. */
export async function findIdentity(
  store: Store,
  of: { partnershipId: string; issuer: string; subject: string },
): Promise<Account | null> {
  const found = await store.pool.query<AccountColumns>(
    'select user_id, phase, standing from find_identity($1, $2, $3)',
    [of.partnershipId, of.issuer, of.subject],
  );
  return found.rows[0] ? account(found.rows[0]) : null;
}

/** The accounts of a partnership with an address, ended ones too; whether each has a subject of this issuer. */
export async function findAccountsByEmail(
  store: Store,
  of: { partnershipId: string; email: string; issuer: string },
): Promise<Account[]> {
  const found = await store.pool.query<AccountColumns>(
    'select user_id, phase, standing, is_bound from accounts_with_email($1, $2, $3)',
    [of.partnershipId, of.email, of.issuer],
  );
  return found.rows.map(account);
}

/** Binds a provider's subject to an account for ever; false where either is bound already, or the account has ended. */
export async function bindIdentity(
  store: Store,
  one: {
    partnershipId: string;
    tenant: string;
    issuer: string;
    subject: string;
    userId: string;
    boundBy?: string | null;
  },
): Promise<boolean> {
  const bound = await store.pool.query<{ bound: boolean }>(
    'select bind_identity($1, $2, $3, $4, $5, $6, $7) as bound',
    [uuidv7(), one.partnershipId, one.tenant, one.issuer, one.subject, one.userId, one.boundBy ?? null],
  );
  return bound.rows[0]?.bound ?? false;
}

/** The providers' subjects bound to somebody, without the subjects; none where the reader is neither that person nor an administrator. */
export async function findIdentitiesOf(
  tx: Tx,
  userId: string,
): Promise<{ id: string; tenant: string; boundAt: string }[]> {
  const found = await tx.query<{ id: string; tenant: string; bound_at: string }>(
    'select id, tenant, bound_at from identities_of($1)',
    [userId],
  );
  return found.rows.map((row) => ({ id: row.id, tenant: row.tenant, boundAt: row.bound_at }));
}

/** Releases a subject from an account, so that another may be bound; an administrator's, and never one's own. */
export async function releaseIdentity(tx: Tx, of: { id: string; userId: string }): Promise<boolean> {
  const released = await tx.query<{ released: boolean }>('select release_identity($1, $2) as released', [
    of.id,
    of.userId,
  ]);
  return released.rows[0]?.released ?? false;
}

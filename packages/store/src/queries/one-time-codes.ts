import { randomBytes } from 'node:crypto';
import type { Store } from '../store.js';
import { hashSecret } from './hash-secret.js';

/** What is kept of somebody's one-time codes: a salt, of which only the api's key makes the secret. */
export interface OneTimeCode {
  salt: Buffer;
  confirmed: boolean;
  recoveryLeft: number;
}

/** The one-time code of a local account; null where none was ever begun. */
export async function findOneTimeCode(store: Store, userId: string): Promise<OneTimeCode | null> {
  const found = await store.pool.query<{ salt: Buffer; confirmed: boolean; recovery_left: number }>(
    'select salt, confirmed, recovery_left from find_one_time_code($1)',
    [userId],
  );
  const row = found.rows[0];
  return row ? { salt: row.salt, confirmed: row.confirmed, recoveryLeft: row.recovery_left } : null;
}

/** Begins a one-time code with a new salt; null where one is confirmed, which only an operator resets. */
export async function beginOneTimeCode(
  store: Store,
  of: { userId: string; partnershipId: string },
): Promise<Buffer | null> {
  const salt = randomBytes(32);
  const begun = await store.pool.query<{ begun: boolean }>(
    'select begin_one_time_code($1, $2, $3) as begun',
    [of.userId, of.partnershipId, salt],
  );
  return begun.rows[0]?.begun ? salt : null;
}

/** Uses the code of a time step, once and for ever; false where it, or a later one, was used before. */
export async function useOneTimeCode(
  store: Store,
  of: { userId: string; salt: Buffer; step: number },
): Promise<boolean> {
  const used = await store.pool.query<{ used: boolean }>('select use_one_time_code($1, $2, $3) as used', [
    of.userId,
    of.salt,
    of.step,
  ]);
  return used.rows[0]?.used ?? false;
}

/** Keeps recovery codes in place of those there were, as hashes alone. */
export async function setRecoveryCodes(
  store: Store,
  of: { userId: string; partnershipId: string; codes: readonly string[] },
): Promise<void> {
  await store.pool.query('select set_recovery_codes($1, $2, $3)', [
    of.userId,
    of.partnershipId,
    of.codes.map(hashSecret),
  ]);
}

/** Uses a recovery code, once; false where it is none of the account's, or was used. */
export async function useRecoveryCode(store: Store, userId: string, code: string): Promise<boolean> {
  const used = await store.pool.query<{ used: boolean }>('select use_recovery_code($1, $2) as used', [
    userId,
    hashSecret(code),
  ]);
  return used.rows[0]?.used ?? false;
}

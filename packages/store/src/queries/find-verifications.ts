import type { VerificationResult } from '../operators/open-operator.js';
import type { Tx } from '../store.js';

/** A verification of the whole database: when it ended, and what it found. */
export interface Verification extends VerificationResult {
  at: string;
}

/** The newest verifications first, at most `limit`; none where the reader does not oversee the partnership. */
export async function findVerifications(tx: Tx, limit: number): Promise<Verification[]> {
  const found = await tx.query<{ at: Date; result: VerificationResult }>({
    name: 'verifications',
    text: 'select at, result from verifications($1)',
    values: [limit],
  });
  return found.rows.map(({ at, result }) => ({ ...result, at: new Date(at).toISOString() }));
}

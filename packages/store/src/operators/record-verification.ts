import pg from 'pg';
import { auditOperator } from './open-operator.js';

/** What a verification of the whole database compared, and how much of it was not as recorded. */
export interface VerificationResult {
  /** Whether the ledger was compared with checkpoints that were signed and kept outside the database. */
  withCheckpoints: boolean;
  /** How many sealed entries were compared; 0 without checkpoints. */
  sealed: number;
  records: number;
  entries: number;
  audits: number;
  faults: number;
}

/**
 * Keeps what a verification found as a line of the audit of every partnership, which is sealed as every other is: those who
 * oversee read it. Throws what the database throws.
 */
export async function recordVerification(url: string, result: VerificationResult): Promise<void> {
  const client = new pg.Client({
    connectionString: url,
    application_name: 'mase verify',
    connectionTimeoutMillis: 10_000,
  });
  await client.connect();
  try {
    await client.query('set role mase_backup');
    await auditOperator(client, 'operator/verified', { result });
  } finally {
    await client.end();
  }
}

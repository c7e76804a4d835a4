import pg from 'pg';
import { uuidv7 } from 'uuidv7';
import { canonicalText, leafOf, newSalt } from '../ledger/leaf.js';
import '../store.js';

/** A connection of an operator, who reads every row and changes none. */
export type OperatorClient = pg.Client;

/** The database is not set up for this program, or only for an older one. */
export class NotMigratedError extends Error {
  readonly code = 'NOT_MIGRATED';
  constructor(cause: unknown) {
    super('The database is not set up for this program yet: run mase migrate', { cause });
    this.name = 'NotMigratedError';
  }
}

// A role that is not there, a table that is not there, a right that an older program did not give.
const notMigrated = ['22023', '42704', '42P01', '42501'];

/** Connects as an operator, writes the act into the audit, and runs the work. Throws `NotMigratedError`. */
async function connected<T>(
  url: string,
  { name, action, said }: { name: string; action: string; said?: (partnershipId: string) => object },
  work: (client: OperatorClient) => Promise<T>,
): Promise<T> {
  const client = new pg.Client({
    connectionString: url,
    application_name: `mase ${name}`,
    connectionTimeoutMillis: 10_000,
  });
  await client.connect();
  try {
    try {
      await client.query('set role mase_backup');
      await auditOperator(client, `operator/${action}`, said);
    } catch (error) {
      throw notMigrated.includes((error as { code?: string }).code ?? '')
        ? new NotMigratedError(error)
        : error;
    }
    return await work(client);
  } finally {
    await client.end();
  }
}

/**
 * Runs work as an operator at the command line, in one transaction that sees the database as it is at its beginning.
 * What was done is audited in every partnership before the work begins. Throws `NotMigratedError`.
 */
export function asOperatorClient<T>(
  url: string,
  action: string,
  work: (client: OperatorClient) => Promise<T>,
): Promise<T> {
  return connected(url, { name: action, action }, async (client) => {
    await client.query('begin isolation level repeatable read read only');
    const result = await work(client);
    await client.query('commit');
    return result;
  });
}

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
  /** Where the first faults are; left out where there are none, and by older programs. */
  places?: FaultPlace[];
}

/** Where a fault is: on which record, where it is on one, and what is not as recorded, in words that name nobody. */
export interface FaultPlace {
  record: string | null;
  words: string;
}

/** Where a fault is, and of whose partnership; null where it is about no entry, but about the file or the ledger of all. */
export type FoundPlace = FaultPlace & { partnership: string | null };

/** So many places of faults are kept for each partnership. */
const mostPlaces = 20;

/**
 * Keeps what a verification found as a line of the audit of every partnership, which is sealed as every other is: those who
 * oversee read it. Each partnership is told of its own places alone. Throws `NotMigratedError`.
 */
export function recordVerification(
  url: string,
  result: Omit<VerificationResult, 'places'>,
  found: readonly FoundPlace[] = [],
): Promise<void> {
  const said = (of: string) => {
    const own = found.filter(({ partnership }) => partnership === of || partnership === null);
    const places = own.slice(0, mostPlaces).map(({ record, words }) => ({ record, words }));
    return { result: places.length > 0 ? { ...result, places } : result };
  };
  return connected(url, { name: 'verify', action: 'verified', said }, async () => {});
}

/** Writes an operator's act, with what is `said` of it to each, into the audit of every partnership; the connection acts as `mase_backup`. */
export async function auditOperator(
  client: OperatorClient,
  action: string,
  said: (partnershipId: string) => object = () => ({}),
): Promise<void> {
  const found = await client.query<{ id: string }>('select id from partnership order by id');
  for (const { id: partnership } of found.rows) {
    const [id, at] = [uuidv7(), new Date().toISOString()];
    const about = { id, at, user: null, as: 'operator', action, record: null, persons: [] };
    const entry = canonicalText({ ...said(partnership), ...about });
    const salt = newSalt();
    await client.query(
      'insert into audit (partnership_id, id, at, user_id, action, record_id, entry, salt, leaf) values ($1, $2, $3, null, $4, null, $5, $6, $7)',
      [partnership, id, at, action, entry, salt, leafOf(salt, entry)],
    );
  }
}

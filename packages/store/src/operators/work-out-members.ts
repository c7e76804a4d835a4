import pg from 'pg';
import { isRepeatable } from '../change.js';
import type { Mended } from './mend-members.js';
import { mendMembers } from './mend-members.js';
import { auditOperator } from './open-operator.js';
import { rulesDigest } from './rules-digest.js';

/** How a pass over the readers and lists of every record is run. */
export interface MembersOptions {
  /** Also where the rules are those of the last pass: after somebody has changed rows by hand. */
  force?: boolean;
  /** The rules' digest; that of this program where it is left out. */
  rules?: string;
  /** Records a transaction. */
  batch?: number;
  /** Told after each transaction what was done so far. */
  onProgress?: (mended: Mended) => void;
}

const attempts = 6;

/**
 * Works out anew who may read every record and in whose list it stands, in every partnership whose rows were worked
 * out by other rules, and writes what differs; audited as an operator's act. Safe beside running services, to repeat,
 * and to interrupt: a pass that was broken off goes on where it was. Gives what was looked at and put right, or null
 * where nothing had to be done.
 */
export async function workOutMembers(ownerUrl: string, options: MembersOptions = {}): Promise<Mended | null> {
  const rules = options.rules ?? rulesDigest();
  const client = new pg.Client({ connectionString: ownerUrl, application_name: 'mase work-out-members' });
  await client.connect();
  try {
    await client.query("select pg_advisory_lock(hashtextextended('mase members', 0))");
    await client.query('set role mase_members');
    const found = await client.query<{ id: string }>(
      `select p.id from partnership p left join members_pass m on m.partnership_id = p.id
       where $1 or m.rules is distinct from $2 or m.done_at is null order by p.id`,
      [options.force ?? false, rules],
    );
    if (found.rows.length === 0) return null;
    await client.query('set role mase_backup');
    await auditOperator(client, 'operator/work-out-members');
    await client.query('set role mase_members');
    const total: Mended = { records: 0, readers: 0, queue: 0 };
    for (const { id } of found.rows) await passOver(client, id, rules, total, options);
    return total;
  } finally {
    await client.end();
  }
}

async function passOver(
  client: pg.Client,
  partnershipId: string,
  rules: string,
  total: Mended,
  { force = false, batch = 500, onProgress }: MembersOptions,
): Promise<void> {
  // A pass that is done, or was begun by other rules, begins anew; one that was broken off goes on.
  await client.query(
    `insert into members_pass as m (partnership_id, rules) values ($1, $2)
     on conflict (partnership_id) do update set rules = $2, done_at = null,
       after_id = case when m.rules = $2 and m.done_at is null and not $3 then m.after_id end`,
    [partnershipId, rules, force],
  );
  const begun = await client.query<{ after_id: string | null }>(
    'select after_id from members_pass where partnership_id = $1',
    [partnershipId],
  );
  for (let after = begun.rows[0]?.after_id ?? null; ; ) {
    const { last, mended } = await oneBatch(client, { partnershipId, after, limit: batch });
    if (last === null) return;
    after = last;
    total.records += mended.records;
    total.readers += mended.readers;
    total.queue += mended.queue;
    onProgress?.(total);
  }
}

/** One transaction of a pass; begun again where a command was in its way. */
async function oneBatch(
  client: pg.Client,
  asked: { partnershipId: string; after: string | null; limit: number },
): Promise<{ last: string | null; mended: Mended }> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await client.query('begin');
      const done = await mendMembers(client, asked);
      await client.query(
        `update members_pass set after_id = $2, done_at = case when $2::uuid is null then now() end where partnership_id = $1`,
        [asked.partnershipId, done.last],
      );
      await client.query('commit');
      return done;
    } catch (error) {
      await client.query('rollback');
      if (attempt === attempts || !isRepeatable(error)) throw error;
    }
  }
}

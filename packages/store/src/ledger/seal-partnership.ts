import type { ClientBase } from 'pg';
import { type Checkpoint, checkpointDigest, readLine, signedLine } from './checkpoint.js';
import { TreeEdge } from './merkle.js';
import type { SealingKey } from './sealing-key.js';

/** How far the sealing of a partnership has come. */
export interface LedgerHead {
  size: number;
  edge: Buffer;
  /** The number and digest of the last checkpoint; 0 and null before the first. */
  number: number;
  digest: string | null;
  /** What the sealer saw last, as PostgreSQL writes a snapshot, and of which database. */
  seen: string | null;
  seenIn: string | null;
}

/** What one look at a partnership sealed. */
export interface Sealed {
  entries: number;
  /** The signed line that is to go to the file; undefined where there was nothing new. */
  line: string | undefined;
  /** The instants at which the oldest of them was accepted. */
  oldest: string | undefined;
  /** Where to look on from; null where more is waiting than one look takes. */
  seen: string | null;
}

interface NewRow {
  source: 'history' | 'audit';
  id: string;
  version: number;
  at: string;
  leaf: Buffer;
}

/** Subtrees of 256, 65,536 … leaves are kept, so that a proof reads a few hundred rows of any ledger. */
export const keptLevels = 8;

/** The head of a partnership's ledger; that of an empty one where nothing was sealed yet. */
export async function headOf(client: ClientBase, partnershipId: string): Promise<LedgerHead> {
  const found = await client.query<{
    size: number;
    edge: Buffer;
    number: number;
    digest: string | null;
    seen: string | null;
    seen_in: string | null;
  }>('select size, edge, number, digest, seen::text, seen_in from ledger_head where partnership_id = $1', [
    partnershipId,
  ]);
  const row = found.rows[0];
  if (!row) return { size: 0, edge: Buffer.alloc(0), number: 0, digest: null, seen: null, seenIn: null };
  return {
    size: row.size,
    edge: row.edge,
    number: row.number,
    digest: row.digest,
    seen: row.seen,
    seenIn: row.seen_in,
  };
}

/**
 * Seals what a partnership's history and audit have gained, in one transaction: whatever this transaction sees and the
 * ledger does not hold, in the order of acceptance. What was accepted before and committed later comes in a later look:
 * nothing is passed over, for not times but visibility decides. `since` is the snapshot after which to look; without
 * one everything is compared.
 */
export async function sealPartnership(client: ClientBase, about: SealedBy): Promise<Sealed> {
  await client.query('begin isolation level repeatable read');
  const sealed = await sealWithin(client, about);
  await client.query('commit');
  return sealed;
}

/** What a look at a partnership is by. */
interface SealedBy {
  partnershipId: string;
  since: string | null;
  database: string;
  key: SealingKey;
  now: string;
  limit: number;
}

/** Seals as `sealPartnership` does, in a transaction that has begun. */
export async function sealWithin(client: ClientBase, about: SealedBy): Promise<Sealed> {
  const { partnershipId, since, limit } = about;
  const seen = (await client.query<{ now: string }>('select pg_current_snapshot()::text as now')).rows[0]
    ?.now as string;
  const rows = await newRows(client, partnershipId, since, limit);
  const complete = rows.length < limit;
  if (rows.length === 0) return { entries: 0, line: undefined, oldest: undefined, seen };
  const head = await headOf(client, partnershipId);
  const edge = new TreeEdge(head.size, head.edge);
  await appendRows(client, partnershipId, edge, rows);
  const line = await writeCheckpoint(client, {
    ...about,
    head,
    edge,
    seen: complete ? seen : since,
    ...(complete ? {} : { extra: { more: true } }),
  });
  return { entries: rows.length, line, oldest: rows[0]?.at, seen: complete ? seen : since };
}

async function newRows(
  client: ClientBase,
  partnershipId: string,
  since: string | null,
  limit: number,
): Promise<NewRow[]> {
  const fresh = since
    ? `and t.transaction_id >= pg_snapshot_xmin($3::pg_snapshot) and not pg_visible_in_snapshot(t.transaction_id, $3::pg_snapshot)`
    : '';
  const part = (source: string, id: string, version: string) =>
    `select '${source}' as source, t.${id} as id, ${version} as version, t.at, t.leaf from ${source} t
     where t.partnership_id = $1 ${fresh}
       and not exists (select 1 from ledger_entry e where e.id = t.${id} and e.version = ${version} and e.source = '${source}')`;
  const found = await client.query<NewRow>(
    `${part('history', 'record_id', 't.version')} union all ${part('audit', 'id', '0')}
     order by at, source desc, id, version limit $2`,
    since ? [partnershipId, limit, since] : [partnershipId, limit],
  );
  return found.rows;
}

async function appendRows(
  client: ClientBase,
  partnershipId: string,
  edge: TreeEdge,
  rows: NewRow[],
): Promise<void> {
  const first = edge.size;
  const nodes: { level: number; place: number; node: Buffer }[] = [];
  for (const row of rows)
    edge.append(row.leaf, (level, place, node) => {
      if (level % keptLevels === 0) nodes.push({ level, place, node });
    });
  await client.query(
    `insert into ledger_entry (partnership_id, position, source, id, version, leaf)
     select $1, $2::bigint + n - 1, source, id, version, leaf
     from unnest($3::text[], $4::uuid[], $5::integer[], $6::bytea[]) with ordinality as x(source, id, version, leaf, n)`,
    [
      partnershipId,
      first,
      rows.map((row) => row.source),
      rows.map((row) => row.id),
      rows.map((row) => row.version),
      rows.map((row) => row.leaf),
    ],
  );
  if (nodes.length > 0)
    await client.query(
      `insert into ledger_node (partnership_id, level, place, node)
       select $1, * from unnest($2::integer[], $3::bigint[], $4::bytea[])`,
      [
        partnershipId,
        nodes.map((one) => one.level),
        nodes.map((one) => one.place),
        nodes.map((one) => one.node),
      ],
    );
}

/** Signs a checkpoint of the tree as it is, and writes it and the head; gives the line for the file. */
export async function writeCheckpoint(
  client: ClientBase,
  about: {
    partnershipId: string;
    head: LedgerHead;
    edge: TreeEdge;
    key: SealingKey;
    now: string;
    seen: string | null;
    database: string;
    extra?: Pick<Checkpoint, 'more' | 'nextKey' | 'setBack'>;
  },
): Promise<string> {
  const { partnershipId, head, edge, key } = about;
  const line = signedLine(
    {
      partnership: partnershipId,
      number: head.number + 1,
      size: edge.size,
      root: edge.root().toString('hex'),
      time: about.now,
      previous: head.digest,
      ...about.extra,
    },
    key,
  );
  const { checkpoint } = readLine(line) as { checkpoint: Checkpoint };
  await client.query(
    'insert into ledger_checkpoint (partnership_id, number, size, line) values ($1, $2, $3, $4)',
    [partnershipId, checkpoint.number, checkpoint.size, line],
  );
  await client.query(
    `insert into ledger_head (partnership_id, size, edge, number, digest, seen, seen_in)
     values ($1, $2, $3, $4, $5, $6::pg_snapshot, $7)
     on conflict (partnership_id) do update set size = excluded.size, edge = excluded.edge, number = excluded.number,
       digest = excluded.digest, seen = excluded.seen, seen_in = excluded.seen_in`,
    [
      partnershipId,
      edge.size,
      edge.toBytes(),
      checkpoint.number,
      checkpointDigest(checkpoint),
      about.seen,
      about.database,
    ],
  );
  return line;
}

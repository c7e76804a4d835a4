import type { KeyObject } from 'node:crypto';
import type { ClientBase } from 'pg';
import type { CertificateText } from '../disposal/destroy-record.js';
import { readLine } from './checkpoint.js';
import { CheckpointChain } from './checkpoint-chain.js';
import { Disposals } from './disposals.js';
import { findUnsealed } from './find-unsealed.js';
import { digestOf } from './leaf.js';
import type { LedgerCounted, LedgerFault } from './ledger-fault.js';
import { sealedEntries } from './read-sealed.js';
import { headOf } from './seal-partnership.js';
import type { DisposalRegister } from './sealed-decisions.js';
import { SealedTree } from './sealed-tree.js';
import { verifyEntries } from './verify-partnership.js';

/** By what the ledger is verified. */
export interface LedgerProof {
  /** The file of checkpoints, or a copy of it. */
  checkpoints: string;
  /** The public keys that are trusted, by id. */
  keys: ReadonlyMap<string, KeyObject>;
}

/**
 * Verifies the ledger of every partnership against signed checkpoints from outside the database: every sealed entry is
 * there with its text, salt and columns, in its place, none is missing, none came in afterwards, and the tree that they
 * make is the one that was signed. The connection must not have asked anything in its transaction yet: the file is read
 * first, so that the database can only know more; an older copy of it will do, and the signed checkpoints that the
 * database has beyond it are counted. Memory does not grow with the ledger.
 */
export async function* verifyLedger(
  client: ClientBase,
  proof: LedgerProof,
  counted: LedgerCounted,
): AsyncGenerator<LedgerFault> {
  const chain = await CheckpointChain.read(proof.checkpoints, proof.keys, counted);
  const found = await client.query<{ id: string }>(
    'select id from partnership union select partnership_id from ledger_entry order by 1',
  );
  const known = found.rows.map((row) => row.id);
  const all = [...known, ...chain.partnerships().filter((id) => !known.includes(id))];
  let present = 0;
  for (const id of all) {
    const tree = await verifyPartnership(client, id, chain, counted);
    present += tree.present;
    yield* tree.faults;
  }
  yield* chain.faults;
  yield* findUnsealed(client, chain, counted, present);
}

async function verifyPartnership(
  client: ClientBase,
  id: string,
  chain: CheckpointChain,
  counted: LedgerCounted,
): Promise<SealedTree> {
  const inFile = chain.last(id);
  const extra = await client.query<{ line: string }>(
    'select line from ledger_checkpoint where partnership_id = $1 and number > $2 order by number',
    [id, inFile?.number ?? 0],
  );
  const more = extra.rows.flatMap(({ line }) => {
    const read = readLine(line);
    return read && chain.take(read.checkpoint, read.signature, 'in the database') ? [read.checkpoint] : [];
  });
  const tree = new SealedTree(
    id,
    (async function* () {
      yield* chain.holding(id);
      yield* more;
    })(),
  );
  counted.beyondFile += more.length;
  const disposals = new Disposals();
  await verifyEntries(sealedEntries(client, id), tree, disposals, counted);
  disposals.compare(tree, counted, await registerOf(client, id));
  await compareKept(client, id, tree, chain);
  return tree;
}

/** Which records went by which disposal, and the lines that certificates name, as the database keeps them. */
async function registerOf(client: ClientBase, id: string): Promise<DisposalRegister> {
  const records = await client.query<{ record_id: string; disposal_id: string }>(
    'select record_id, disposal_id from disposal_record where partnership_id = $1',
    [id],
  );
  const certificates = await client.query<{ disposal_id: string; body: string; digest: string }>(
    'select disposal_id, body, digest from disposal_certificate where partnership_id = $1',
    [id],
  );
  const lines = ({ body, digest }: { body: string; digest: string }) =>
    digestOf(body) === digest
      ? (JSON.parse(body) as Pick<CertificateText, 'lines'>).lines.map((one) => `${one.id} ${one.leaf}`)
      : [];
  return {
    records: new Map(records.rows.map((row) => [row.record_id, row.disposal_id])),
    certificates: new Map(certificates.rows.map((row) => [row.disposal_id, new Set(lines(row))])),
  };
}

/** What the database keeps for the sealer and for proofs must be what follows from the entries. */
async function compareKept(
  client: ClientBase,
  id: string,
  tree: SealedTree,
  chain: CheckpointChain,
): Promise<void> {
  const head = await headOf(client, id);
  const last = chain.last(id);
  if (head.number !== (last?.number ?? 0) || head.digest !== chain.lastDigest(id) || head.size !== tree.size)
    tree.fault(
      'head',
      `The database holds ${head.size} entries under checkpoint ${head.number}; the last checkpoint signed is number ${last?.number ?? 0} of ${last?.size ?? 0} entries.`,
    );
  if (!tree.holds) return;
  const stored = await client.query<{ level: number; place: number; node: Buffer }>(
    'select level, place, node from ledger_node where partnership_id = $1',
    [id],
  );
  const wrong = stored.rows.filter(
    ({ level, place, node }) => !tree.nodes.get(`${level}/${place}`)?.equals(node),
  );
  if (wrong.length > 0 || stored.rows.length !== tree.nodes.size)
    tree.fault(
      'node',
      `${Math.max(wrong.length, Math.abs(tree.nodes.size - stored.rows.length))} of the roots of subtrees kept for proofs are not those of the entries.`,
    );
}

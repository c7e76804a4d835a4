import type { KeyObject } from 'node:crypto';
import type { ClientBase } from 'pg';
import { type Checkpoint, isSigned, readLine } from './checkpoint.js';
import { leafOf } from './leaf.js';
import type { EntryRef } from './ledger-fault.js';
import { consistencyPath, inclusionPath, isConsistent, isIncluded } from './merkle-proof.js';
import { saidBy } from './sealed-entry.js';
import { subtreeIn } from './subtree.js';

/** A checkpoint with its signature, as it stands on a line of the file. */
export interface SignedCheckpoint {
  checkpoint: Checkpoint;
  signature: string;
}

/** Proves that an entry stands in the ledger that a checkpoint signs. Hexadecimal; the salt too. */
export interface InclusionProof extends EntryRef {
  kind: 'inclusion';
  position: number;
  /** Null where a disposal destroyed them: then the leaf alone is proved. */
  entry: string | null;
  salt: string | null;
  leaf: string;
  path: string[];
  signed: SignedCheckpoint;
}

/** Proves that the ledger of a later checkpoint begins with that of an earlier one. */
export interface GrowthProof {
  kind: 'growth';
  from: SignedCheckpoint;
  to: SignedCheckpoint;
  path: string[];
}

/**
 * Proves every sealed entry that goes by an id: an audit line, the entries of a command, or those of a record, one
 * version of it where that is given. Each proof is against the last checkpoint. Empty where nothing sealed has that id.
 */
export async function proveEntries(
  client: ClientBase,
  id: string,
  version?: number,
): Promise<InclusionProof[]> {
  const found = await client.query<
    EntryRef & {
      partnership_id: string;
      position: number;
      leaf: Buffer;
      entry: string | null;
      salt: Buffer | null;
    }
  >(
    `select e.partnership_id, e.position, e.source, e.id, e.version, e.leaf, coalesce(h.entry, a.entry) as entry, coalesce(h.salt, a.salt) as salt
     from ledger_entry e
     left join history h on e.source = 'history' and h.record_id = e.id and h.version = e.version
     left join audit a on e.source = 'audit' and a.id = e.id
     where (e.id = $1 or (e.source = 'history' and (e.id, e.version) in (select record_id, version from history where command_id = $1)))
       and ($2::integer is null or (e.source = 'history' and e.version = $2))
     order by e.partnership_id, e.position`,
    [id, version ?? null],
  );
  const proofs: InclusionProof[] = [];
  for (const { partnership_id, position, source, id: of, version: at, leaf, entry, salt } of found.rows) {
    const signed = await checkpointOf(client, partnership_id);
    const path = await inclusionPath(position, signed.checkpoint.size, subtreeIn(client, partnership_id));
    proofs.push({
      kind: 'inclusion',
      source,
      id: of,
      version: at,
      position,
      entry,
      salt: salt?.toString('hex') ?? null,
      leaf: leaf.toString('hex'),
      path: hex(path),
      signed,
    });
  }
  return proofs;
}

/** Proves that a partnership's ledger of one size grew from that of a smaller size; both must have a checkpoint. */
export async function proveGrowth(
  client: ClientBase,
  partnershipId: string,
  from: number,
  to?: number,
): Promise<GrowthProof> {
  const first = await checkpointOf(client, partnershipId, from);
  const second = await checkpointOf(client, partnershipId, to);
  const path = await consistencyPath(
    first.checkpoint.size,
    second.checkpoint.size,
    subtreeIn(client, partnershipId),
  );
  return { kind: 'growth', from: first, to: second, path: hex(path) };
}

async function checkpointOf(
  client: ClientBase,
  partnershipId: string,
  size?: number,
): Promise<SignedCheckpoint> {
  const found = await client.query<{ line: string }>(
    'select line from ledger_checkpoint where partnership_id = $1 and ($2::bigint is null or size = $2) order by number desc limit 1',
    [partnershipId, size ?? null],
  );
  const signed = readLine(found.rows[0]?.line ?? '');
  if (!signed)
    throw new RangeError(
      `There is no checkpoint${size === undefined ? '' : ` of ${size} entries`} of partnership ${partnershipId}`,
    );
  return signed;
}

/** Why a proof does not hold by the trusted keys, in words; empty where it holds. */
export function faultsOfProof(
  proof: InclusionProof | GrowthProof,
  keys: ReadonlyMap<string, KeyObject>,
): string[] {
  const faults: string[] = [];
  for (const { checkpoint, signature } of proof.kind === 'growth' ? [proof.from, proof.to] : [proof.signed])
    if (!isSigned(checkpoint, signature, keys))
      faults.push(
        `Checkpoint ${checkpoint.number} bears no valid signature of a key that is trusted (key ${checkpoint.key}).`,
      );
  const path = proof.path.map(bytes);
  if (proof.kind === 'growth') {
    const [from, to] = [proof.from.checkpoint, proof.to.checkpoint];
    if (from.partnership !== to.partnership) faults.push('The checkpoints are of two partnerships.');
    if (
      !isConsistent(
        { size: from.size, root: bytes(from.root) },
        { size: to.size, root: bytes(to.root) },
        path,
      )
    )
      faults.push(`The ledger of ${to.size} entries does not begin with that of ${from.size}.`);
    return faults;
  }
  return [...faults, ...entryFaults(proof, path)];
}

function entryFaults(proof: InclusionProof, path: Buffer[]): string[] {
  const { position, entry, salt, source, id, version, signed } = proof;
  const { size, root } = signed.checkpoint;
  const faults: string[] = [];
  const leaf = bytes(proof.leaf);
  if (!isIncluded({ leaf, index: position, size, root: bytes(root) }, path))
    faults.push(
      `The path does not lead from position ${position} to the root of checkpoint ${signed.checkpoint.number}.`,
    );
  if (entry === null || salt === null) return faults;
  if (!leafOf(bytes(salt), entry).equals(leaf)) faults.push('The leaf is not that of the salt and the text.');
  else {
    const { columns } = saidBy(source, entry);
    if (source === 'audit' ? columns.id !== id : columns.record_id !== id || columns.version !== version)
      faults.push('The text is that of another entry.');
  }
  return faults;
}

const hex = (list: readonly Buffer[]) => list.map((one) => one.toString('hex'));
const bytes = (text: string) => Buffer.from(text, 'hex');

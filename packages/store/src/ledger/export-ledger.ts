import type { ClientBase } from 'pg';
import { CheckpointChain } from './checkpoint-chain.js';
import { Disposals } from './disposals.js';
import { linesInFile } from './file-lines.js';
import type { LedgerCounted, LedgerFault } from './ledger-fault.js';
import { sealedEntries } from './read-sealed.js';
import type { SealedEntry } from './sealed-entry.js';
import { SealedTree } from './sealed-tree.js';
import type { LedgerProof } from './verify-ledger.js';
import { verifyEntries } from './verify-partnership.js';

/** The line before the entries of a partnership in an export. */
interface Heading {
  ledger: string;
}

interface ExportedEntry {
  position: number;
  source: SealedEntry['source'];
  id: string;
  version: number;
  leaf: string;
  salt?: string | null;
  entry?: string | null;
  disposal?: string;
}

/**
 * The ledger of every partnership as lines of JSON: a heading, then each sealed entry in order with its leaf, and with
 * salt and text unless `bare`, which lets somebody verify the tree who may not read what is in it.
 */
export async function* exportLedger(
  client: ClientBase,
  { bare = false }: { bare?: boolean } = {},
): AsyncGenerator<string[]> {
  const found = await client.query<{ id: string }>(
    'select distinct partnership_id as id from ledger_entry order by 1',
  );
  for (const { id } of found.rows) {
    yield [JSON.stringify({ ledger: id } satisfies Heading)];
    for await (const page of sealedEntries(client, id))
      yield page.map((one) => JSON.stringify(exported(one, bare)));
  }
}

function exported({ position, source, id, version, sealed, row }: SealedEntry, bare: boolean): ExportedEntry {
  const line: ExportedEntry = { position, source, id, version, leaf: sealed.toString('hex') };
  if (bare) return line;
  return {
    ...line,
    salt: row?.salt?.toString('hex') ?? null,
    entry: row?.entry?.toString('utf8') ?? null,
    ...(row?.disposal ? { disposal: row.disposal } : {}),
  };
}

/**
 * Verifies an export without any database: every entry against its leaf, every leaf against the tree, the tree against
 * the signed checkpoints. The export is to be no older than the file of checkpoints, or its end is found missing.
 */
export async function* verifyExport(
  file: string,
  proof: LedgerProof,
  counted: LedgerCounted,
): AsyncGenerator<LedgerFault> {
  const chain = await CheckpointChain.read(proof.checkpoints, proof.keys, counted);
  const lines = linesInFile(file);
  const seen = new Set<string>();
  for (let line = await lines.next(); !line.done; ) {
    const { ledger } = JSON.parse(line.value) as Partial<Heading>;
    if (!ledger) throw new SyntaxError('This is no export of a ledger');
    seen.add(ledger);
    const tree = new SealedTree(ledger, chain.holding(ledger), { mayGoOn: true });
    const disposals = new Disposals();
    const section = new Section(lines);
    await verifyEntries(section, tree, disposals, counted);
    disposals.compare(tree, counted);
    yield* tree.faults;
    line = section.after ?? { done: true, value: undefined };
  }
  for (const partnership of chain
    .partnerships()
    .filter((one) => !seen.has(one) && (chain.last(one)?.size ?? 0) > 0))
    yield {
      partnership,
      code: 'behind',
      position: null,
      entry: null,
      reason: `The export holds nothing of partnership ${partnership}.`,
    };
  yield* chain.faults;
}

/** The entries up to the next heading. */
class Section {
  after: IteratorResult<string> | undefined;

  constructor(private readonly lines: AsyncIterator<string>) {}

  async *[Symbol.asyncIterator](): AsyncGenerator<SealedEntry[]> {
    for (;;) {
      const line = await this.lines.next();
      if (line.done || line.value.startsWith('{"ledger"')) {
        this.after = line;
        return;
      }
      yield [entryOf(JSON.parse(line.value) as ExportedEntry)];
    }
  }
}

function entryOf({ position, source, id, version, leaf, salt, entry, disposal }: ExportedEntry): SealedEntry {
  const sealed = Buffer.from(leaf, 'hex');
  const bare = salt === undefined && entry === undefined;
  const row = {
    leaf: sealed,
    salt: salt ? Buffer.from(salt, 'hex') : null,
    entry: entry ? Buffer.from(entry) : null,
    disposal: disposal ?? null,
  };
  return { position, source, id, version, sealed, row, ...(bare ? { bare } : {}) };
}

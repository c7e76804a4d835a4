import { type Command, childGoing, type DisposalStanding, type StoredRecord } from '@mase/workflow';
import { uuidv7 } from 'uuidv7';
import type { AcceptedCommand } from '../change.js';
import { type DisposalText, disposalAction } from '../ledger/disposals.js';
import { canonicalText, digestOf, leafOf, newSalt } from '../ledger/leaf.js';
import type { Tx } from '../store.js';

/** What a certificate of disposal says, word for word as it is kept: ids, counts and digests, nothing of whom it was. */
export interface CertificateText {
  disposal: string;
  at: string;
  basis: DisposalStanding['basis'];
  rule: string | null;
  keptUntil: string | null;
  proposed: DisposalStanding['proposed'];
  approved: DisposalStanding['approved'];
  carriedOut: { by: string | null; at: string };
  /** How many records of each kind were emptied, and rows of each table deleted. */
  records: { [kind: string]: number };
  rows: { [table: string]: number };
  /** Entries of history and audit whose text and salt were destroyed; their leaves stay. */
  entries: { history: number; audit: number };
  /** The sealed lines that name every one of them, by their leaves. */
  lines: { id: string; leaf: string; entries: number }[];
}

interface Leaf {
  source: 'history' | 'audit';
  id: string;
  version: number;
  leaf: Buffer;
}

const leavesALine = 4000;

/**
 * Destroys content and salts of the record of a disposal, and of all that hangs on it, inside the transaction of the
 * command that carries it out: all of it or nothing. Writes the lines by which the ledger still verifies, and the
 * certificate. The database refuses where two people have not decided or the wait is not over (42501), and asks to
 * begin again (40001) where a hold was placed meanwhile.
 */
export async function destroyRecord(
  tx: Tx,
  { command, facts, locked, partnershipId }: AcceptedCommand,
): Promise<void> {
  const disposalId = command.record.id;
  const { standing } = locked.find((one) => one.id === disposalId) as StoredRecord<DisposalStanding>;
  const holds = facts.related.filter((one) => one.kind === 'legalHold').map((one) => one.id);
  const target = locked.find((one) => one.id === standing.target?.id);
  const goes = target && childGoing(target, { locked, facts }, standing.basis);
  const begun = await tx.query<{ kind: string; records: number }>(
    'select * from begin_disposal($1, $2, $3)',
    [disposalId, holds, goes !== undefined],
  );
  const cleared = await tx.query<{ name: string; lines: number }>('select * from clear_disposed($1)', [
    disposalId,
  ]);
  const found = await tx.query<Leaf>('select * from disposed_leaves($1)', [disposalId]);
  const lines: CertificateText['lines'] = [];
  for (let start = 0; start < found.rows.length; start += leavesALine)
    lines.push(await emptied(tx, command, partnershipId, found.rows.slice(start, start + leavesALine)));
  await tx.query('select finish_disposal($1)', [disposalId]);
  const count = (source: Leaf['source']) => found.rows.filter((one) => one.source === source).length;
  const body = canonicalText({
    disposal: disposalId,
    at: command.at,
    basis: standing.basis,
    rule: standing.rule,
    keptUntil: standing.keptUntil,
    proposed: standing.proposed,
    approved: standing.approved,
    carriedOut: { by: command.actor.userId, at: command.at },
    records: Object.fromEntries(begun.rows.map((row) => [row.kind, Number(row.records)])),
    rows: Object.fromEntries(cleared.rows.map((row) => [row.name, Number(row.lines)])),
    entries: { history: count('history'), audit: count('audit') },
    lines,
  } satisfies CertificateText);
  await tx.query(
    'insert into disposal_certificate (partnership_id, disposal_id, at, body, digest) values ($1, $2, $3, $4, $5)',
    [partnershipId, disposalId, command.at, body, digestOf(body)],
  );
}

/** Writes the line that names some leaves, and empties the entries that they are of. */
async function emptied(
  tx: Tx,
  command: Command,
  partnershipId: string,
  leaves: Leaf[],
): Promise<CertificateText['lines'][number]> {
  const [id, salt] = [uuidv7(), newSalt()];
  const said: DisposalText & { [field: string]: unknown } = {
    id,
    at: command.at,
    user: command.actor.userId,
    as: command.actor.kind,
    action: disposalAction,
    command: command.id,
    record: command.record,
    persons: [],
    disposed: leaves.map(({ source, id: of, version, leaf }) => ({
      source,
      id: of,
      version,
      leaf: leaf.toString('hex'),
    })),
  };
  const entry = canonicalText(said);
  const leaf = leafOf(salt, entry);
  await tx.query(
    `insert into audit (partnership_id, id, at, user_id, action, record_id, entry, salt, leaf)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      partnershipId,
      id,
      command.at,
      command.actor.userId,
      disposalAction,
      command.record.id,
      entry,
      salt,
      leaf,
    ],
  );
  const done = await tx.query<{ n: number }>('select empty_disposed($1, $2, $3, $4, $5) as n', [
    command.record.id,
    id,
    leaves.map((one) => one.source),
    leaves.map((one) => one.id),
    leaves.map((one) => one.version),
  ]);
  if (Number(done.rows[0]?.n) !== leaves.length) throw new Error('Not every entry of the record was emptied');
  return { id, leaf: leaf.toString('hex'), entries: leaves.length };
}

import { uuidv7 } from 'uuidv7';
import { canonicalText, digestOf } from '../ledger/leaf.js';
import type { Tx } from '../store.js';

/** What a part of issued papers is made of, record by record: the class of each that was read, and what each hung under. */
export interface MadeOf {
  records: string[];
  /** The class of the record in the same place; empty for a record of which some class was read. */
  classes: string[];
  parents: (string | null)[];
  /** Entries that it may print: the withdrawal of one hides it. */
  entries: string[];
}

/** A part of issued papers as it is kept, by its digest. */
export interface IssuedPart extends MadeOf {
  digest: string;
  body: string;
}

/** A part with the digest of what it says and what it is made of: the same part in two copies is kept once. */
export function issuedPart(body: string, madeOf: MadeOf): IssuedPart {
  return { ...madeOf, body, digest: digestOf(canonicalText({ body, ...madeOf })) };
}

/** Keeps what of these parts is not kept yet for the sitting, in one statement. */
export async function keepParts(
  tx: Tx,
  { partnershipId, recordId, issuedAt }: { partnershipId: string; recordId: string; issuedAt: string },
  parts: readonly IssuedPart[],
): Promise<void> {
  const lines = parts.map((part) => ({ ...part, id: uuidv7() }));
  await tx.query({
    name: 'keep parts',
    text: `insert into issued_part (partnership_id, id, record_id, digest, body, records, classes, parents, entries, at)
      select $1::uuid, p.id, $2::uuid, p.digest, p.body, p.records, p.classes, p.parents, p.entries, $3::timestamptz
      from json_to_recordset($4::json) as p (id uuid, digest text, body text, records uuid[], classes text[],
        parents uuid[], entries uuid[])
      on conflict do nothing`,
    values: [partnershipId, recordId, issuedAt, JSON.stringify(lines)],
  });
}

/** A part that the reader may still read. */
export type ReadPart = Pick<IssuedPart, 'body' | 'records'>;

/** Of these parts of a sitting's papers those that the reader reads, by digest. */
export async function findParts(
  tx: Tx,
  recordId: string,
  digests: readonly string[],
): Promise<Map<string, ReadPart>> {
  const found = await tx.query<ReadPart & { digest: string }>({
    name: 'issued parts',
    text: 'select digest, body, records from issued_part where record_id = $1 and digest = any ($2::text[])',
    values: [recordId, digests],
  });
  return new Map(found.rows.map(({ digest, body, records }) => [digest, { body, records }]));
}

import { uuidv7 } from 'uuidv7';
import type { Tx } from '../store.js';

/** A numbered copy of a sitting's papers, as its record holds it. */
export interface IssuedCopy {
  copyNumber: number;
  version: number;
  digest: string;
  issuedAt: string;
  /** The version that this one replaces for the same recipient; null for the first. */
  previous: { version: number; issuedAt: string } | null;
  /** How many copies the sitting has so far. */
  copies: number;
  /** Whether the content is what this recipient has already: nothing was recorded anew. */
  again: boolean;
}

interface Asked {
  partnershipId: string;
  sittingId: string;
  recipientId: string;
  /** Which of the papers: versions of a pack, an agenda and minutes are counted apart. */
  document: string;
  digest: string;
  issuedAt: string;
  issuedBy: string;
}

interface RawCopy {
  copy_number: number;
  version: number;
  digest: string;
  issued_at: string;
  copies: number;
  again: boolean;
}

/** One statement looks and numbers, so that of two at once one fails on the number and sees the other's when it repeats. */
const issue = `
  with mine as (select * from pack where sitting_id = $3 and recipient_id = $4 and starts_with(digest, $5 || ' ')),
  last as (select * from mine order by version desc limit 1),
  fresh as (
    insert into pack (partnership_id, id, sitting_id, recipient_id, copy_number, version, digest, issued_at, issued_by)
    select $1::uuid, $2::uuid, $3::uuid, $4::uuid,
      coalesce((select max(copy_number) from pack where sitting_id = $3), 0) + 1,
      coalesce((select version from last), 0) + 1, $6, $7::timestamptz, $8::uuid
    where not exists (select 1 from last where digest = $6)
    returning *)
  select copy_number, version, digest, issued_at, false as again,
    (select count(*) from pack where sitting_id = $3) + (select count(*) from fresh) as copies from fresh
  union all
  select copy_number, version, digest, issued_at, true,
    (select count(*) from pack where sitting_id = $3) from mine
  order by version desc limit 2`;

/**
 * Records that a person is given a copy of a sitting's papers, or finds the copy that he has where its content is the
 * same: number, version and time of issue then stay. Throws the database's 23505 where somebody else took the number
 * meanwhile; the transaction is then repeated.
 */
export async function issueCopy(tx: Tx, asked: Asked): Promise<IssuedCopy> {
  const digest = `${asked.document} ${asked.digest}`;
  const found = await tx.query<RawCopy>({
    name: 'issue copy',
    text: issue,
    values: [
      asked.partnershipId,
      uuidv7(),
      asked.sittingId,
      asked.recipientId,
      asked.document,
      digest,
      asked.issuedAt,
      asked.issuedBy,
    ],
  });
  const [copy, before] = found.rows;
  if (!copy) throw new Error('The copy was neither found nor made');
  return {
    copyNumber: copy.copy_number,
    version: copy.version,
    digest: asked.digest,
    issuedAt: copy.issued_at,
    previous: before ? { version: before.version, issuedAt: before.issued_at } : null,
    copies: copy.copies,
    again: copy.again,
  };
}

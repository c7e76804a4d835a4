import { uuidv7 } from 'uuidv7';
import type { Tx } from '../store.js';
import { type IssuedPart, keepParts } from './issued-parts.js';

/** What each part of a copy held, as short digests, by the item it is about or its name; in the order of the agenda. */
export type CopyParts = { [part: string]: string };

/** A version of a copy before the one in hand. */
export interface EarlierCopy {
  version: number;
  issuedAt: string;
  /** Empty where it was issued before parts were kept. */
  parts: CopyParts;
}

/** A numbered copy of a sitting's papers, as its record holds it. */
export interface IssuedCopy {
  copyNumber: number;
  version: number;
  digest: string;
  issuedAt: string;
  /** The template that made it. */
  template: string;
  /** The version that this one replaces for the same recipient; null for the first. */
  previous: EarlierCopy | null;
  /** How many copies the sitting has so far. */
  copies: number;
  /** Whether the content is what this recipient has already: nothing was recorded anew. */
  again: boolean;
}

/** What is issued, to whom, by whom. */
export interface CopyAsked {
  partnershipId: string;
  recordId: string;
  recipientId: string;
  /** Which of the papers: versions of a pack, an agenda and minutes are counted apart. */
  document: string;
  digest: string;
  parts: CopyParts;
  template: string;
  /** The reports of intelligence of which it prints a part. */
  reports: string[];
  /** Its content as it is kept, the whole first. */
  held: IssuedPart[];
  /** Whether its recipient reads disruption parts of what it is made of. */
  disruption: boolean;
  issuedAt: string;
  issuedBy: string;
}

interface RawCopy {
  copy_number: number;
  version: number;
  digest: string;
  issued_at: string;
  parts: string;
  template: string;
  copies: number;
  again: boolean;
}

/** Copies of one sitting are numbered one at a time: the next statement sees whatever the one before wrote. */
const inTurn = 'select pg_advisory_xact_lock(hashtextextended($1::text, 6))';

const columns = 'copy_number, version, digest, issued_at, parts, template';
const issue = `
  with mine as (select * from pack where record_id = $3 and recipient_id = $4 and starts_with(digest, $5 || ' ')),
  last as (select * from mine order by version desc limit 1),
  fresh as (
    insert into pack (partnership_id, id, record_id, recipient_id, copy_number, version, digest, issued_at, issued_by,
      parts, template, reports, held, disruption)
    select $1::uuid, $2::uuid, $3::uuid, $4::uuid,
      coalesce((select max(copy_number) from pack where record_id = $3), 0) + 1,
      coalesce((select version from last), 0) + 1, $6, $7::timestamptz, $8::uuid, $9, $10, $11::uuid[], $12::text[], $13
    where not exists (select 1 from last where digest = $6)
    returning *)
  select ${columns}, false as again,
    (select count(*) from pack where record_id = $3) + (select count(*) from fresh) as copies from fresh
  union all
  select ${columns}, true, (select count(*) from pack where record_id = $3) from mine
  order by version desc limit 2`;

/**
 * Records that a person is given a copy of a sitting's papers, or finds the copy that he has where its content is the
 * same: number, version and time of issue then stay.
 */
export async function issueCopy(tx: Tx, asked: CopyAsked): Promise<IssuedCopy> {
  const digest = `${asked.document} ${asked.digest}`;
  await tx.query({ name: 'copies in turn', text: inTurn, values: [asked.recordId] });
  const found = await tx.query<RawCopy>({
    name: 'issue copy',
    text: issue,
    values: [
      ...[asked.partnershipId, uuidv7(), asked.recordId, asked.recipientId, asked.document, digest],
      ...[asked.issuedAt, asked.issuedBy, JSON.stringify(asked.parts), asked.template, asked.reports],
      ...[asked.held.map(({ digest: one }) => one), asked.disruption],
    ],
  });
  const [copy, before] = found.rows;
  if (!copy) throw new Error('The copy was neither found nor made');
  if (!copy.again) await keepParts(tx, asked, asked.held);
  return {
    copyNumber: copy.copy_number,
    version: copy.version,
    digest: asked.digest,
    issuedAt: copy.issued_at,
    template: copy.template,
    previous: before
      ? { version: before.version, issuedAt: before.issued_at, parts: partsOf(before.parts) }
      : null,
    copies: copy.copies,
    again: copy.again,
  };
}

const partsOf = (text: string): CopyParts => JSON.parse(text) as CopyParts;

/** Notes when a recipient first opened the copy that he or she has now: the recipient's own act, and nobody else's. */
export async function openCopy(
  tx: Tx,
  { recordId, recipientId, copyNumber }: { recordId: string; recipientId: string; copyNumber: number },
  at: string,
): Promise<void> {
  await tx.query({
    name: 'open copy',
    text: `update pack set opened_at = $4 where record_id = $1 and recipient_id = $2 and copy_number = $3
      and opened_at is null`,
    values: [recordId, recipientId, copyNumber, at],
  });
}

/** A copy as it stands in the record of a sitting's papers. */
export interface KeptCopy extends Omit<EarlierCopy, 'parts'> {
  recipientId: string;
  document: string;
  copyNumber: number;
  digest: string;
  template: string;
  parts: CopyParts;
  openedAt: string | null;
  /** Digests of the parts of its content that were kept, the whole first; empty where none were. */
  held: string[];
  disruption: boolean;
}

interface RawKept extends RawCopy {
  recipient_id: string;
  opened_at: string | null;
  held: string[];
  disruption: boolean;
}

/** Every copy of a sitting's papers that was issued, in the order of their numbers; empty for who does not read the sitting. */
export async function findCopies(tx: Tx, recordId: string): Promise<KeptCopy[]> {
  const found = await tx.query<RawKept>({
    name: 'copies of sitting',
    text: `select ${columns}, recipient_id, opened_at, held, disruption from pack where record_id = $1 order by copy_number`,
    values: [recordId],
  });
  return found.rows.map((row) => {
    const [document = '', digest = ''] = row.digest.split(' ');
    return {
      ...{ document, digest, recipientId: row.recipient_id, copyNumber: row.copy_number },
      ...{ version: row.version, issuedAt: row.issued_at, openedAt: row.opened_at },
      ...{ template: row.template, parts: partsOf(row.parts), held: row.held, disruption: row.disruption },
    };
  });
}

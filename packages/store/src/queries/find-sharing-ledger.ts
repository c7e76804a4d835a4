import type { StoredRecord } from '@mase/workflow';
import type { Tx } from '../store.js';
import { type RawRecord, storedRecord } from '../stored-record.js';

/** Which lines of the sharing ledger are read: between two instants, of one agency or of all. */
export interface LedgerAsked {
  from: string;
  until: string;
  agencyId?: string | undefined;
  after?: { at: string; id: string } | undefined;
  limit: number;
}

/** Something that was asked of an agency, or shared with several people, or with another area: the row that says so, and the record it stands on. */
export interface LedgerRow {
  id: string;
  kind:
    | 'information-request'
    | 'sharing'
    | 'sharing-disruption'
    | 'transfer-asked'
    | 'intelligence-sharing'
    | 'intelligence-feedback'
    | 'intelligence-requirement'
    | 'list-matched';
  at: string;
  happened: string;
  body: Record<string, unknown>;
  /** Why an agency that was asked gave nothing, or not all of it. */
  reason: string | null;
  record: StoredRecord;
}

/** What one agency was asked in a time, and what came of it; hours are the mean from question to answer. */
export interface LedgerSum {
  agencyId: string;
  asked: number;
  given: number;
  inPart: number;
  refused: number;
  waiting: number;
  fedBack: number;
  hours: number | null;
}

const ofAgency = `($3::uuid is null or r.subject_id = $3 or $3::text in (select json_array_elements_text(w.body::json -> 'agencyIds')) or (w.kind <> 'information-request' and exists (
    select 1 from record u where u.kind = 'user' and u.standing::json ->> 'agencyId' = $3::text
      and (u.id::text = w.body::json ->> 'receiverId'
        or u.id::text in (select json_array_elements_text(w.body::json -> 'recipients'))))))`;
const inTime = `w.partnership_id = (select app_partnership()) and w.kind in ('information-request', 'sharing', 'sharing-disruption', 'transfer-asked',
      'intelligence-sharing', 'intelligence-feedback', 'intelligence-requirement', 'list-matched')
    and w.at >= $1 and w.at < $2`;
const whyNot = `case when w.kind = 'information-request' then (select a.body::json ->> 'reason' from written a
    where a.record_id = w.record_id and a.kind = 'information-answer' order by a.at desc limit 1) end`;

/** One page of the ledger as this reader may see it, the newest first; keyset, no offset. */
export async function findSharingLedger(
  tx: Tx,
  { from, until, agencyId, after, limit }: LedgerAsked,
): Promise<LedgerRow[]> {
  const found = await tx.query<
    RawRecord & {
      row: string;
      what: LedgerRow['kind'];
      written: string;
      happened: string;
      body: string;
      reason: string | null;
    }
  >({
    name: 'sharing ledger',
    text: `select w.id as row, w.kind as what, w.at as written, w.happened, w.body, ${whyNot} as reason,
        r.id, r.kind, r.version, r.state, r.standing, r.at, r.parent_id, r.subject_id
      from written w join record r on r.id = w.record_id
      where ${inTime} and ${ofAgency} and ($4::timestamptz is null or (w.at, w.id) < ($4, $5::uuid))
      order by w.at desc, w.id desc limit $6`,
    values: [from, until, agencyId ?? null, after?.at ?? null, after?.id ?? null, limit],
  });
  return found.rows.map((row) => ({
    id: row.row,
    kind: row.what,
    at: row.written,
    happened: row.happened,
    body: JSON.parse(row.body) as Record<string, unknown>,
    reason: row.reason,
    record: storedRecord(row),
  }));
}

/** What each agency was asked in a time and how it answered, of the requests that this reader may see. */
export async function sumSharingLedger(
  tx: Tx,
  { from, until, agencyId }: Pick<LedgerAsked, 'from' | 'until' | 'agencyId'>,
): Promise<LedgerSum[]> {
  const found = await tx.query<LedgerSum>({
    name: 'sharing sums',
    text: `with asked as (select r.subject_id, r.phase, r.standing::json as s from written w join record r on r.id = w.record_id
        where ${inTime} and r.kind = 'informationRequest' and ($3::uuid is null or r.subject_id = $3))
      select subject_id as "agencyId", count(*)::int as asked,
        count(*) filter (where s #>> '{answered,outcome}' = 'given')::int as given,
        count(*) filter (where s #>> '{answered,outcome}' = 'given-in-part')::int as "inPart",
        count(*) filter (where s #>> '{answered,outcome}' = 'refused')::int as refused,
        count(*) filter (where phase = 'asked')::int as waiting,
        count(*) filter (where s ->> 'fedBackAt' is not null)::int as "fedBack",
        round(extract(epoch from avg((s #>> '{answered,at}')::timestamptz - (s #>> '{asked,at}')::timestamptz)) / 3600)::int as hours
      from asked group by 1 order by 2 desc, 1`,
    values: [from, until, agencyId ?? null],
  });
  return found.rows;
}

import type { ChildCaseStanding, JudgementList, StoredRecord } from '@mase/workflow';
import type { Tx } from '../store.js';
import { type RawRecord, storedRecord } from '../stored-record.js';

/** Which judgements are read: of one list, recorded between two instants. */
export interface JudgementsAsked {
  list: JudgementList;
  from: string;
  until: string;
  after?: { at: string; id: string } | undefined;
  limit: number;
}

/** A grade or a strategy discussion that stands in a list of judgements, and the case that it was made on. */
export interface JudgementRow {
  id: string;
  at: string;
  happened: string;
  authorId: string | null;
  body: Record<string, unknown>;
  /** Of a grade below a floor: why the worker proposed one. */
  proposedWhy: string | null;
  record: StoredRecord<ChildCaseStanding>;
}

const rank = (grade: string) => `array_position(array['none', 'low', 'medium', 'high'], ${grade})`;
const given = (field: string) => `coalesce(w.body::json ->> '${field}', '') <> ''`;
const isListed: Record<JudgementList, string> = {
  'below-floor': `w.kind = 'grade' and ${rank("w.body::json ->> 'grade'")} < ${rank("w.body::json #>> '{proposed,floor}'")}`,
  'no-harm': `w.kind = 'grade' and w.body::json #>> '{proposed,harmIndicator}' = 'true' and ${given('noHarmReason')}`,
  'threshold-not-met': `w.kind = 'strategy-discussion' and w.body::json ->> 'outcome' = 'threshold-not-met'`,
  'no-crime-reference': `w.kind = 'strategy-discussion' and ${given('noCrimeReason')} and not ${given('crimeReference')}`,
};

/**
 * One page of a list of judgements as this reader may see it, the newest first; keyset, no offset. What was marked wrong
 * or withdrawn is left out, its replacement counts.
 */
export async function findJudgements(
  tx: Tx,
  { list, from, until, after, limit }: JudgementsAsked,
): Promise<JudgementRow[]> {
  const found = await tx.query<
    RawRecord & {
      row: string;
      written: string;
      happened: string;
      author_id: string | null;
      body: string;
      proposed_why: string | null;
    }
  >({
    name: `judgements ${list}`,
    text: `select w.id as row, w.at as written, w.happened, w.author_id, w.body,
        (select a.body::json ->> 'belowFloorReason' from written a where a.record_id = w.record_id
          and a.kind = 'assessment' and a.body::json ->> 'proposal' = w.body::json ->> 'assessmentId'
          order by a.at desc limit 1) as proposed_why,
        r.id, r.kind, r.version, r.state, r.standing, r.at, r.parent_id, r.subject_id
      from written w join record r on r.id = w.record_id
      where w.partnership_id = (select app_partnership()) and w.kind in ('grade', 'strategy-discussion')
        and w.at >= $1 and w.at < $2 and ${isListed[list]}
        and ($3::timestamptz is null or (w.at, w.id) < ($3, $4::uuid))
        and not exists (select 1 from written n where n.record_id = w.record_id and n.replaces = w.id
          and n.kind not in ('entry-withdrawn', 'entry-restored'))
      order by w.at desc, w.id desc limit $5`,
    values: [from, until, after?.at ?? null, after?.id ?? null, limit],
  });
  return found.rows.map((row) => ({
    id: row.row,
    at: row.written,
    happened: row.happened,
    authorId: row.author_id,
    body: JSON.parse(row.body) as Record<string, unknown>,
    proposedWhy: row.proposed_why,
    record: storedRecord(row) as StoredRecord<ChildCaseStanding>,
  }));
}

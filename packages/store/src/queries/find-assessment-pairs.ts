import type { Tx } from '../store.js';

/** Two assessments of one child, the second made without seeing the first, as they were written. */
export interface AssessmentPair {
  recordId: string;
  /** When the second was recorded. */
  at: string;
  first: { body: object; authorId: string | null };
  second: { body: object; authorId: string | null };
}

/**
 * Pairs of assessments whose second was recorded from one instant until before another, as far as the reader reads
 * both cases whole; corrected ones as they stand now. At most so many, the newest first.
 */
export async function findAssessmentPairs(
  tx: Tx,
  { from, until, limit }: { from: string; until: string; limit: number },
): Promise<AssessmentPair[]> {
  const { rows } = await tx.query<{
    record_id: string;
    at: string;
    first: string;
    first_author: string | null;
    second: string;
    second_author: string | null;
  }>({
    name: 'assessment-pairs',
    text: `select s.record_id, s.at, f.body as first, f.author_id as first_author, s.body as second,
        s.author_id as second_author
      from written s join written f on f.record_id = s.record_id and f.kind = 'assessment'
        and f.body::json ->> 'proposal' = s.body::json ->> 'besideProposal'
      where s.kind = 'blind-assessment' and s.at >= $1 and s.at < $2
        and not exists (select 1 from written r where r.record_id = s.record_id and r.replaces in (s.id, f.id)
          and r.kind not in ('entry-withdrawn', 'entry-restored'))
      order by s.at desc, s.id limit $3`,
    values: [from, until, limit],
  });
  return rows.map((row) => ({
    recordId: row.record_id,
    at: row.at,
    first: { body: JSON.parse(row.first) as object, authorId: row.first_author },
    second: { body: JSON.parse(row.second) as object, authorId: row.second_author },
  }));
}

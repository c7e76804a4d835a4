import type { Counted, CountingRules, ScorecardCount, ScorecardId } from '@mase/workflow';
import type { Tx } from '../store.js';

/** Of which local days figures are, both included, and as they were known at which place of the ledger and when. */
export interface FiguresAsked {
  from: string;
  to: string;
  /** The time zone of the days. */
  timeZone: string;
  known: Known;
  /** What the profile of the area says of counting. */
  rules: CountingRules;
}

/** As everything is known now (`entries` null), or as it was when the ledger had so many entries; `at` is the instant. */
export interface Known {
  entries: number | null;
  at: string;
}

const period = (first: number) =>
  `($${first}::date)::timestamp at time zone $${first + 2}, ($${first + 1}::date + 1)::timestamp at time zone $${first + 2},
    $${first + 3}::timestamptz, $${first + 4}::bigint, $${first + 2}, $${first + 5}::json`;
const values = ({ from, to, timeZone, known, rules }: FiguresAsked) => [
  ...[from, to, timeZone, known.at, known.entries],
  JSON.stringify(rules),
];

/**
 * The last sealed place of the ledger at an instant or before it; undefined where nothing was sealed by then. What was
 * accepted and not sealed yet is not in it.
 */
export async function sealedPosition(tx: Tx, instant: string): Promise<Known | undefined> {
  const found = await tx.query<{ entries: number; sealed_at: string }>({
    name: 'sealed position',
    text: 'select entries, sealed_at from sealed_position($1)',
    values: [instant],
  });
  const [one] = found.rows;
  return one && { entries: one.entries, at: one.sealed_at };
}

/**
 * Counts of a scorecard, by measure and part. None for somebody whose part it is not; what is closed to all but those
 * named is not counted.
 */
export async function countScorecard(
  tx: Tx,
  scorecard: ScorecardId,
  asked: FiguresAsked,
): Promise<ScorecardCount[]> {
  const found = await tx.query<ScorecardCount>({
    name: 'scorecard counts',
    text: `select measure, part, n from scorecard_counts($1, ${period(2)})`,
    values: [scorecard, ...values(asked)],
  });
  return found.rows;
}

/** One record behind a figure, as the reader may see it. */
export interface FigureRecord {
  id: string;
  kind: string;
  title: string;
  reference: string | null;
  phase: string;
  parentId: string | null;
  persons: string[];
}

/**
 * The records that a number is counted from, those that the reader of the transaction sees, by title, at most so many;
 * and of how many it is counted, whoever reads them.
 */
export async function findFigureRecords(
  tx: Tx,
  about: { scorecard: ScorecardId; counted: Pick<Counted, 'count' | 'parts'>; limit: number },
  asked: FiguresAsked,
): Promise<{ records: FigureRecord[]; visible: number; all: number }> {
  const { scorecard, counted, limit } = about;
  const found = await tx.query<FigureRecord & { visible: number; all: number }>({
    name: 'figure records',
    text: `with behind as materialized (select * from scorecard_records($1, $2, $3, ${period(4)}) as id),
        seen as materialized (select r.id, r.kind, r.title, r.reference, r.phase, r.parent_id as "parentId", r.persons
          from behind b join record r on r.id = b.id)
      select s.*, (select count(*)::integer from seen) as visible, (select count(*)::integer from behind) as all
      from (select 1) one left join lateral (select * from seen order by title, id limit $10) s on true`,
    values: [scorecard, counted.count, counted.parts ?? null, ...values(asked), limit],
  });
  const [first] = found.rows;
  return {
    records: found.rows.filter(({ id }) => id !== null).map(({ visible: _, all: __, ...record }) => record),
    visible: first?.visible ?? 0,
    all: first?.all ?? 0,
  };
}

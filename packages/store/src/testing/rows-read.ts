import type pg from 'pg';

/** Tables that only grow: whoever reads one of them from end to end is slower every year. */
export const growingTables = ['history', 'ledger_entry', 'written', 'clock'] as const;
/** One of these. */
export type GrowingTable = (typeof growingTables)[number];
/** So many rows of each. */
export type RowsOf = Record<GrowingTable, number>;

interface Plan {
  'Relation Name'?: string;
  'Actual Rows'?: number;
  'Actual Loops'?: number;
  'Rows Removed by Filter'?: number;
  'Rows Removed by Index Recheck'?: number;
  Plans?: Plan[];
}

/** Rows of a table that a statement read, in all, and the most that one scan read in one go; and how often the scan that was asked most often was asked, whatever it found. */
export interface Read {
  all: number;
  atOnce: number;
  looks: number;
}

/**
 * How many rows of the tables that grow a statement reads, as PostgreSQL counts them while it runs: those that it throws
 * away again too, by whatever kind of scan. Functions of SQL that are not part of its plan count nothing.
 */
export async function rowsRead(
  client: Pick<pg.ClientBase, 'query'>,
  statement: string,
  values: unknown[] = [],
): Promise<Record<GrowingTable, Read>> {
  const found = await client.query<{ 'QUERY PLAN': { Plan: Plan }[] }>(
    `explain (analyze, timing off, format json) ${statement}`,
    values,
  );
  const zero = (): Read => ({ all: 0, atOnce: 0, looks: 0 });
  const read = { history: zero(), ledger_entry: zero(), written: zero(), clock: zero() };
  const add = (plan: Plan) => {
    const table = growingTables.find((name) => name === plan['Relation Name']);
    const each =
      (plan['Actual Rows'] ?? 0) +
      (plan['Rows Removed by Filter'] ?? 0) +
      (plan['Rows Removed by Index Recheck'] ?? 0);
    if (table) {
      const looks = plan['Actual Loops'] ?? 1;
      read[table].all += each * looks;
      read[table].atOnce = Math.max(read[table].atOnce, each);
      read[table].looks = Math.max(read[table].looks, looks);
    }
    plan.Plans?.forEach(add);
  };
  for (const one of found.rows[0]?.['QUERY PLAN'] ?? []) add(one.Plan);
  return read;
}

/** From when, until when (as instants), and in which time zone. */
export interface PeriodAsked {
  from: string;
  until: string;
  zone: string;
}

/** Kinds of records that tell of one day and never close. */
const ofOneDay = `'missingEpisode', 'incident'`;

/**
 * How many rows of the tables that grow belong to the period: those of records that were open at a time in it, or tell of
 * a day in it, of the children whose cases they are, and the clocks that were due in it.
 */
export async function rowsHeld(client: pg.ClientBase, { from, until }: PeriodAsked): Promise<RowsOf> {
  const books = `with open as (select id, parent_id from record where kind <> 'child'
      and opened_at < $2 and (closed_at is null or closed_at >= $1) and (kind not in (${ofOneDay}) or opened_at >= $1)),
    books as (select id from open union select parent_id from open where parent_id is not null)`;
  const held: RowsOf = { history: 0, ledger_entry: 0, written: 0, clock: 0 };
  for (const table of growingTables) {
    const own = table === 'ledger_entry' ? "t.source = 'history' and t.id" : 't.record_id';
    const due = table === 'clock' ? 'or (t.due >= $1 and t.due < $2)' : 'and $1::timestamptz is not null';
    const found = await client.query<{ n: number }>(
      `${books} select count(*)::integer as n from ${table} t where ${own} in (select id from books) ${due}`,
      [from, until],
    );
    held[table] = found.rows[0]?.n ?? 0;
  }
  return held;
}

/** How many rows of a table a count of a scorecard read, and how many belong to its period. */
export interface CountRead extends Read {
  scorecard: string;
  position: string;
  table: GrowingTable;
  held: number;
}

/** The statement within `scorecard_counts`, whose own plan does not show what is read. */
const countOf = (scorecard: string, asked: string): string =>
  scorecard === 'children'
    ? `select measure, part, n from children_counts${asked}`
    : `select measure, part, sum(amount) from ${scorecard}_facts${asked} group by 1, 2`;

/** What the counts of scorecards over a period read as the role of the figures, as things are known now and at half of the ledger. */
export async function scorecardReads(
  superuser: pg.ClientBase,
  about: { partnershipId: string; scorecards: readonly string[]; period: PeriodAsked },
): Promise<CountRead[]> {
  const { from, until, zone } = about.period;
  const held = await rowsHeld(superuser, about.period);
  const half = await superuser.query<{ half: string }>('select max(position) / 2 as half from ledger_entry');
  const reads: CountRead[] = [];
  await superuser.query('begin');
  try {
    await superuser.query("select set_config('app.partnership', $1, true)", [about.partnershipId]);
    // As the product's own connections are.
    await superuser.query('set local role mase_figures; set local enable_seqscan = off');
    for (const position of ['null', half.rows[0]?.half ?? '0'])
      for (const scorecard of about.scorecards) {
        const asked = `('${from}', '${until}', now(), ${position}, '${zone}')`;
        const read = await rowsRead(superuser, countOf(scorecard, asked));
        for (const table of growingTables)
          reads.push({ scorecard, position, table, ...read[table], held: held[table] });
      }
  } finally {
    await superuser.query('rollback');
  }
  return reads;
}

/**
 * Those that read too much: more rows in one go than belong to the period, as who goes through a table from end to end
 * does by whatever index; more than two looks of one scan for each of them, as who looks for the rows of every record there
 * ever was does, one after the other; or more than twenty for each of them in all.
 */
export function readTooMuch(reads: readonly CountRead[]): CountRead[] {
  return reads.filter(({ all, atOnce, looks, held }) => {
    const most = Math.max(held, 1);
    return atOnce > most || looks > 2 * most || all > 20 * most;
  });
}

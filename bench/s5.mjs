import { readFileSync } from 'node:fs';
import { readTooMuch, scorecardReads } from '@mase/store/testing';
import { scorecardIds } from '@mase/workflow';
import pg from 'pg';
import { median } from './load/clients.mjs';
import { fillYears } from './load/lived-cases.mjs';
import { giverOf, openBench } from './partnership.mjs';

const promise = 1.5;
const years = ['2020', '2021', '2022', '2023', '2024', '2025'];
const period = { from: '2025-01-01T00:00:00.000Z', until: '2026-01-01T00:00:00.000Z', zone: 'Europe/London' };
const floor = readFileSync(new URL('./floor/s5.sql', import.meta.url), 'utf8');

/**
 * S5: a year's scorecard of children over so many cases of six years, counted by the role of the figures under row level
 * security, against the same numbers by hand-written SQL without it; how long every scorecard takes; and how many rows of the tables
 * that only grow each reads, as it is now and as it was at a place of the ledger. MASE_BENCH_CASES makes it smaller.
 */
export async function s5({ cases = Number(process.env.MASE_BENCH_CASES ?? 300_000), ratios = 9 } = {}) {
  const bench = await openBench();
  try {
    // Every case of the year that is counted: what a scorecard looks for at a place of the ledger stands there.
    const withHistory = Math.ceil(cases / years.length);
    await fillYears(bench, { cases, years, withHistory });
    // As the product's own connections are.
    const app = new pg.Client({ connectionString: bench.connections.app, options: '-c enable_seqscan=off' });
    const owner = new pg.Client({ connectionString: bench.server.url });
    await Promise.all([app.connect(), owner.connect()]);
    const { reading } = await giverOf(bench, 'auditor');
    for (const client of [app, owner])
      await client.query(
        "select set_config('app.partnership', $1, false), set_config('app.principals', $2, false)",
        [reading.partnershipId, `{${reading.principals.map((one) => `"${one}"`).join(',')}}`],
      );
    const measured = await compare(app, owner, { partnershipId: reading.partnershipId, ratios });
    const ledger = await bench.owner.query('select max(position) as last from ledger_entry');
    const times = await timesOf(app, ledger.rows[0].last);
    const reads = await scorecardReads(owner, {
      ...{ partnershipId: reading.partnershipId, scorecards: scorecardIds, period },
    });
    const tooMuch = readTooMuch(reads);
    await Promise.all([app.end(), owner.end()]);
    const stood = await bench.owner.query(
      "select count(*)::integer as n from record where kind = 'childCase'",
    );
    return {
      name: `S5 a year’s scorecard over ${stood.rows[0].n} cases`,
      holds: measured.ratio <= promise && measured.differences === 0 && tooMuch.length === 0,
      promise,
      ...measured,
      ...times,
      casesWithHistory: withHistory,
      mostRowsReadForEachOfThePeriod: Math.max(...reads.map(({ all, held }) => all / Math.max(held, 1))),
      readTooMuch: tooMuch,
    };
  } finally {
    await bench.close();
  }
}

async function compare(app, owner, { partnershipId, ratios }) {
  const { from, until, zone } = period;
  const ours = () =>
    app.query("select measure, part, n from scorecard_counts('children', $1, $2, now(), null, $3)", [
      from,
      until,
      zone,
    ]);
  const byHand = () => owner.query(floor, [partnershipId, from, until, zone]);
  const timed = async (work) => {
    const begun = performance.now();
    const result = await work();
    return { ms: performance.now() - begun, result };
  };
  await ours();
  await byHand();
  const found = [];
  const times = { ours: [], byHand: [] };
  let last;
  for (let turn = 0; turn < ratios; turn += 1) {
    const one = await timed(ours);
    const other = await timed(byHand);
    times.ours.push(one.ms);
    times.byHand.push(other.ms);
    found.push(one.ms / other.ms);
    last = [one.result.rows, other.result.rows[0].counts];
  }
  const [rows, counts] = last;
  const sum = (name) => {
    const [measure, part] = name.split('/');
    return rows
      .filter((row) => row.measure === measure && (part === undefined || row.part === part))
      .reduce((all, { n }) => all + Number(n), 0);
  };
  const differences = Object.entries(counts).filter(([name, n]) => sum(name) !== Number(n));
  return {
    ratio: median(found),
    scorecardMs: median(times.ours),
    byHandMs: median(times.byHand),
    numbers: Object.keys(counts).length,
    contacts: Number(counts.contacts),
    differences: differences.length,
  };
}

/**
 * How long each scorecard takes, counted as things are known now, and that of children as it was at the last place of the
 * ledger, where the cases with a history alone are found: the median of three, in milliseconds.
 */
async function timesOf(app, lastPlace) {
  const { from, until, zone } = period;
  const timed = async (scorecard, place) => {
    const ms = [];
    for (let turn = 0; turn < 3; turn += 1) {
      const begun = performance.now();
      await app.query('select measure, part, n from scorecard_counts($1, $2, $3, now(), $5, $4)', [
        scorecard,
        from,
        until,
        zone,
        place,
      ]);
      ms.push(performance.now() - begun);
    }
    return median(ms);
  };
  const times = {};
  for (const scorecard of scorecardIds) times[`${scorecard}Ms`] = await timed(scorecard, null);
  return { ...times, childrenAtAPlaceMs: await timed('children', lastPlace) };
}

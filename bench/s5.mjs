import { readFileSync } from 'node:fs';
import pg from 'pg';
import { median } from './load/clients.mjs';
import { fillYears } from './load/lived-cases.mjs';
import { giverOf, openBench } from './partnership.mjs';

const promise = 1.5;
const years = ['2020', '2021', '2022', '2023', '2024', '2025'];
const period = { from: '2025-01-01T00:00:00.000Z', until: '2026-01-01T00:00:00.000Z', zone: 'Europe/London' };
const floor = readFileSync(new URL('./floor/s5.sql', import.meta.url), 'utf8');

/** Which tables a plan reads from end to end. */
function fullScans(plan) {
  const own = plan['Node Type'].includes('Seq Scan') && plan['Relation Name'] ? [plan['Relation Name']] : [];
  return [...own, ...(plan.Plans ?? []).flatMap(fullScans)];
}

/**
 * S5: a year's scorecard of children over so many cases of six years, counted by the role of the figures under row level
 * security, against the same numbers by hand-written SQL without it; and what the plans read, as it is now and as it was
 * at a place of the ledger. MASE_BENCH_CASES makes it smaller.
 */
export async function s5({ cases = Number(process.env.MASE_BENCH_CASES ?? 300_000), ratios = 9 } = {}) {
  const bench = await openBench();
  try {
    await fillYears(bench, { cases, years, withHistory: Math.min(cases / 6, 6000) });
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
    const scans = await plans(owner);
    await Promise.all([app.end(), owner.end()]);
    const stood = await bench.owner.query(
      "select count(*)::integer as n from record where kind = 'childCase'",
    );
    return {
      name: `S5 a year’s scorecard over ${stood.rows[0].n} cases`,
      holds: measured.ratio <= promise && measured.differences === 0 && scans.length === 0,
      promise,
      ...measured,
      fullScansOfHistory: scans,
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

/** Plans as the role of the figures: which tables that only grow each reads from end to end. */
async function plans(owner) {
  const { from, until, zone } = period;
  const sealed = await owner.query('select max(position) / 2 as half from ledger_entry');
  const scans = [];
  await owner.query('begin; set local role mase_figures; set local enable_seqscan = off');
  for (const position of ['null', String(sealed.rows[0].half)])
    for (const name of ['children', 'timeliness', 'caseload']) {
      const explained = await owner.query(
        `explain (format json) select measure, part, sum(amount) from ${name}_facts('${from}', '${until}', now(), ${position}, '${zone}') group by 1, 2`,
      );
      for (const table of fullScans(explained.rows[0]['QUERY PLAN'][0].Plan))
        if (['history', 'ledger_entry', 'written', 'clock'].includes(table))
          scans.push(`${name} at ${position}: ${table}`);
    }
  await owner.query('rollback');
  return scans;
}

import { changeMany, openStore } from '@mase/store';
import { anAllocation, anAssessment, aReferral, aTriage } from '@mase/workflow/testing';
import { giverOf } from '../partnership.mjs';

const dayMs = 86_400_000;
const tail = 'aaaaaaaaaaaa';
const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}/g;
/** The year in which the samples live; copies live in others. */
const sampleYear = '2026';

/** The ways that the samples go: refused at triage, closed without a risk, closed with a lower one, and open with a grade. */
const ways = ['refused', 'none', 'lower', 'open'];

/** One case on one day of each month, for each way, through the product's own way; gives their ids by way. */
async function liveSamples(bench, months) {
  const time = { now: '' };
  const store = await openStore(bench.connections.app, { size: 4, clock: () => time.now });
  const ids = Object.fromEntries(ways.map((way) => [way, []]));
  try {
    for (let month = 0; month < months; month += 1)
      for (const way of ways) ids[way].push(await liveOne(bench, store, time, { month, way }));
  } finally {
    await store.close();
  }
  return ids;
}

async function liveOne(bench, store, time, { month, way }) {
  let ms = Date.UTC(2026, month, 3, 10);
  let recordId;
  const give = async (who, name, payload, later = 1) => {
    ms += later * dayMs;
    time.now = new Date(ms).toISOString();
    const request = { name: `child-cases/${name}`, payload, ...(recordId ? { recordId } : {}) };
    for await (const result of changeMany(store, await giverOf(bench, who), [request])) {
      if (result.outcome !== 'accepted') throw new Error(`${way} ${name}: ${JSON.stringify(result)}`);
      return result;
    }
  };
  const grade = async (to) => {
    const assessed = await give('worker', 'assess-risk', anAssessment(to), 1);
    const { assessmentId } = assessed.changes.records.find(({ id }) => id === recordId).standing;
    await give('manager', 'confirm-grade', { assessmentId, grade: to, reasons: 'Made-up reasons' });
  };
  recordId = (await give('triage', 'record-referral', aReferral(), 0)).record.id;
  await give(
    'triage',
    'decide-triage',
    aTriage(
      way === 'refused' ? 'no-further-action' : 'risk-assessment',
      way === 'refused' ? {} : { teamId: 'north' },
    ),
  );
  if (way === 'refused') return recordId;
  await give('manager', 'allocate-worker', anAllocation(bench.founded.people.worker));
  if (way !== 'none') await grade(way === 'open' ? 'medium' : 'low');
  if (way === 'open') return recordId;
  await give('worker', 'record-view', { of: 'child', words: 'Made-up words', how: 'On a walk' });
  await grade('none');
  await give('worker', 'propose-closure', {
    reason: 'not-found',
    analysis: 'Made-up words',
    watcher: 'The school',
    nextCheck: `${sampleYear}-12-31`,
  });
  await give('manager', 'approve-closure', { reasons: 'Made-up reasons' });
  return recordId;
}

/**
 * Fills a partnership with so many cases over the years, in multi-row SQL: each a copy of a sample under ids of its own in
 * another year, as it stands, with its clocks and what was written; the first `withHistory` of the last year with their
 * history and a ledger of it. Before the last two years all are closed.
 */
export async function fillYears(bench, { cases, years, withHistory, months = 12 }) {
  const ids = await liveSamples(bench, months);
  const client = await bench.owner.connect();
  try {
    await client.query(
      "set session_replication_role = replica; set synchronous_commit = off; set work_mem = '64MB'",
    );
    const foreign = await foreignIds(client, Object.values(ids).flat());
    const own = new Map();
    for (const way of ways)
      for (const [table, column] of Object.entries({
        record: 'id',
        clock: 'record_id',
        written: 'record_id',
        history: 'record_id',
      }))
        await keepSample(client, { name: `${way}_${table}`, table, column, ids: ids[way], foreign, own });
    const each = Math.ceil(cases / years.length / months);
    for (const [place, year] of years.entries()) {
      const isRecent = place >= years.length - 2;
      const shares = isRecent
        ? { refused: 0.3, none: 0.3, lower: 0.2, open: 0.2 }
        : { refused: 0.3, none: 0.4, lower: 0.3 };
      for (const [way, share] of Object.entries(shares)) {
        const from = place * 1_000_000 + 1;
        const to = from + Math.round(each * share) - 1;
        for (const table of ['record', 'clock', 'written'])
          await copy(client, { way, table, year, from, to });
        if (place === years.length - 1) {
          const last = from + Math.min(to - from, Math.round((withHistory * share) / months));
          await copyHistory(client, { way, year, from, to: last });
        }
      }
    }
    await client.query(`insert into ledger_entry (partnership_id, position, source, id, version, leaf)
      select partnership_id, row_number() over (order by at, record_id, version) - 1, 'history', record_id, version, leaf from history
      on conflict do nothing`);
    await client.query('reset session_replication_role; reset synchronous_commit');
  } finally {
    client.release();
  }
  await bench.owner.query('vacuum analyze');
}

/** The sample's rows of a table under ids that its copies share but for the last digits. */
async function keepSample(client, { name, table, column, ids, foreign, own }) {
  const found = await client.query(
    `select to_jsonb(t)::text as row from ${table} t where ${column} = any ($1)`,
    [ids],
  );
  const rename = (text) =>
    text.replace(uuid, (id) => {
      if (foreign.has(id)) return id;
      if (!own.has(id))
        own.set(
          id,
          `01900000-0000-7${(own.size >> 12).toString(16).padStart(3, '0')}-8${(own.size & 4095).toString(16).padStart(3, '0')}-${tail}`,
        );
      return own.get(id);
    });
  await client.query(`create temp table sample_${name} (row text)`);
  await client.query(`insert into sample_${name} select unnest($1::text[])`, [
    found.rows.map(({ row }) => rename(row)),
  ]);
}

async function foreignIds(client, ids) {
  const found = await client.query(
    "select id from record where kind in ('user', 'agency') union select id from partnership union select record_id from history where record_id <> all ($1)",
    [ids],
  );
  return new Set(found.rows.map(({ id }) => id));
}

const made = (
  way,
  table,
  year,
) => `from sample_${way}_${table} s cross join generate_series($1::bigint, $2::bigint) k
  cross join lateral json_populate_record(null::public.${table}, replace(replace(s.row, '${tail}', lpad(to_hex(k), 12, '0')), '${sampleYear}-', '${year}-')::json) r`;

async function copy(client, { way, table, year, from, to }) {
  for (let first = from; first <= to; first += 2000)
    await client.query(`insert into ${table} select r.* ${made(way, table, year)}`, [
      first,
      Math.min(to, first + 1999),
    ]);
}

async function copyHistory(client, { way, year, from, to }) {
  await client.query(
    `insert into history (partnership_id, record_id, version, kind, command_id, command, actor_id, happened, at, entry, salt, leaf)
     select r.partnership_id, r.record_id, r.version, r.kind, r.command_id, r.command, r.actor_id, r.happened, r.at, r.entry, x.salt,
       sha256('\\x00'::bytea || x.salt || convert_to(r.entry, 'UTF8'))
     ${made(way, 'history', year)} cross join lateral (select sha256(convert_to(r.record_id::text || r.version, 'UTF8')) as salt) x`,
    [from, to],
  );
}

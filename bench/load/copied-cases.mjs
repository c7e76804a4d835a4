import { changeMany } from '@mase/store';
import { addCases, giverOf } from '../partnership.mjs';

const tail = 'aaaaaaaaaaaa';
const tables = {
  record: 'id',
  history: 'record_id',
  written: 'record_id',
  clock: 'record_id',
  case_reader: 'record_id',
  queue_row: 'record_id',
};
const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}/g;

/** One case with its child, lived through the product's own way: a referral, triage, and safety actions. */
async function sampleCase(bench, entries) {
  const [id] = await addCases(bench, 1);
  const giver = await giverOf(bench, 'manager');
  const actions = Array.from({ length: entries - 2 }, (_, index) => ({
    name: 'child-cases/record-safety-action',
    recordId: id,
    payload: {
      who: 'Wren Worker and the child’s aunt',
      what: `Collects the child from school, week ${index}`,
      when: 'From today',
    },
  }));
  for await (const result of changeMany(bench.store, giver, actions))
    if (result.outcome !== 'accepted') throw new Error(JSON.stringify(result));
  const found = await bench.owner.query('select parent_id from record where id = $1', [id]);
  return [id, found.rows[0].parent_id];
}

/**
 * Fills a partnership with copies of a case and its child in multi-row SQL: valid history, each with ids of its own,
 * that replays like the sample. `entries` is how many entries of history a case has. Gives how many entries were made.
 */
export async function copyCases(bench, { cases, entries = 10, batch = 5000, onProgress = () => {} }) {
  const ids = await sampleCase(bench, entries);
  const client = await bench.owner.connect();
  let made = 0;
  try {
    await client.query(
      "set session_replication_role = replica; set synchronous_commit = off; set work_mem = '64MB'",
    );
    const rows = {};
    for (const [table, column] of Object.entries(tables))
      rows[table] = (
        await client.query(`select to_jsonb(t)::text as row from ${table} t where ${column} = any ($1)`, [
          ids,
        ])
      ).rows.map((one) => one.row);
    const own = ownIds(rows, await foreignIds(client, ids));
    for (const [table, texts] of Object.entries(rows)) {
      await client.query(`create temp table sample_${table} (row text)`);
      await client.query(`insert into sample_${table} select unnest($1::text[])`, [
        texts.map((text) => renamed(text, own)),
      ]);
    }
    for (let from = 1; from <= cases; from += batch) {
      await client.query('begin');
      for (const table of Object.keys(tables)) {
        const inserted = await client.query(copyStatement(table), [from, Math.min(cases, from + batch - 1)]);
        if (table === 'history') made += inserted.rowCount;
      }
      await client.query('commit');
      onProgress(made);
    }
    await client.query('reset session_replication_role; reset synchronous_commit');
  } finally {
    client.release();
  }
  await bench.owner.query('vacuum analyze');
  return made;
}

/** Ids that the copies keep: people, agencies and the partnership. */
async function foreignIds(client, ids) {
  const found = await client.query(
    'select id from record where not id = any ($1) union select id from partnership',
    [ids],
  );
  return new Set(found.rows.map((one) => one.id));
}

/** Every id of the sample alone, with the id that all its copies share but for the last twelve digits. */
function ownIds(rows, foreign) {
  const all = new Set(
    Object.values(rows)
      .flat()
      .flatMap((text) => text.match(uuid) ?? []),
  );
  const own = [...all].filter((id) => !foreign.has(id));
  return new Map(
    own.map((id, index) => [id, `01900000-0000-7000-8${index.toString(16).padStart(3, '0')}-${tail}`]),
  );
}

const renameIds = (text, own) => text.replace(uuid, (id) => own.get(id) ?? id);

/** A row under the ids of the copies; the body of what was written stays, for its digest stands in the history. */
function renamed(text, own) {
  const { body, ...row } = JSON.parse(text);
  return JSON.stringify({
    ...JSON.parse(renameIds(JSON.stringify(row), own)),
    ...(body === undefined ? {} : { body }),
  });
}

function copyStatement(table) {
  const from = `from sample_${table} s cross join generate_series($1::bigint, $2::bigint) k
    cross join lateral json_populate_record(null::public.${table}, replace(s.row, '${tail}', lpad(to_hex(k), 12, '0'))::json) r`;
  if (table !== 'history') return `insert into ${table} select r.* ${from}`;
  return `insert into history (partnership_id, record_id, version, kind, command_id, command, actor_id, happened, at, entry, salt, leaf)
    select r.partnership_id, r.record_id, r.version, r.kind, r.command_id, r.command, r.actor_id, r.happened, r.at, r.entry,
      x.salt, sha256('\\x00'::bytea || x.salt || convert_to(r.entry, 'UTF8'))
    ${from} cross join lateral (select sha256(convert_to(r.record_id::text || r.version, 'UTF8')) as salt) x`;
}

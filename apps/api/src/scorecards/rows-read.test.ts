import {
  preparedDatabase,
  readTooMuch,
  rowsHeld,
  rowsRead,
  scorecardReads,
  type TestDatabase,
  testSealer,
} from '@mase/store/testing';
import { englandProfile, scorecardIds } from '@mase/workflow';
import pg from 'pg';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { type LivedYear, liveYear, present } from './testing/lived-year.js';

/** The first weeks of the lived year: most of what is on the books at its end came later. */
const period = {
  from: '2026-03-01T00:00:00.000Z',
  until: '2026-05-01T00:00:00.000Z',
  zone: englandProfile.timeZone,
};
let database: TestDatabase;
let year: LivedYear;
let superuser: pg.Client;

beforeAll(async () => {
  const serverUrl = inject('MASE_TEST_SERVER');
  const prepared = await preparedDatabase(serverUrl, 'a lived year of 40 children', (made) =>
    liveYear(made, { children: 40, seed: 11 }),
  );
  ({ database, made: year } = prepared);
  const { seal, remove } = testSealer(database.connections.sealer, () => present);
  await seal();
  remove();
  const url = new URL(serverUrl);
  url.pathname = `/${database.name}`;
  superuser = new pg.Client({ connectionString: url.toString() });
  await superuser.connect();
  await superuser.query(
    'set session_replication_role = replica; alter table ledger_entry drop constraint ledger_entry_position_check',
  );
  const { history } = await rowsHeld(superuser, period);
  await addOthers('missingEpisode', 'start', 3 * history);
  await addOthers('incident', 'recorded', 3 * history);
  await superuser.query('reset session_replication_role; analyze record, history, ledger_entry');
}, 600_000);

/**
 * So many copies of one absence or incident, each with its entry in front of the ledger: half of them of the years before
 * the period, half of the months after it, and of absences each of another child.
 */
async function addOthers(kind: string, day: string, many: number): Promise<void> {
  const moved = (text: string) =>
    `replace(${text}, '"${day}":"' || o.day || '"', '"${day}":"' || o.on_day || '"')`;
  await superuser.query(`
    create temporary table other as select gen_random_uuid() as id, n, r.id as model, r.version, r.standing::json ->> '${day}' as day,
        case when n % 2 = 0 then date '2020-01-01' + n % 2000 else date '2026-06-01' + n % 150 end as on_day
      from (select * from record where kind = '${kind}' and phase in ('over', 'recorded') order by version, id limit 1) r
        cross join generate_series(1, ${many}) n;
    insert into record select (jsonb_populate_record(r, jsonb_build_object('id', o.id, 'opened_at', o.on_day || 'T00:00:00Z',
        'parent_id', case when r.parent_id is not null then gen_random_uuid() end, 'standing', ${moved('r.standing')}))).*
      from other o join record r on r.id = o.model;
    insert into history select (jsonb_populate_record(h, jsonb_build_object('record_id', o.id, 'command_id', gen_random_uuid(), 'entry', ${moved('h.entry')}))).*
      from other o join history h on h.record_id = o.model and h.version = o.version;
    insert into ledger_entry (partnership_id, position, source, id, version, leaf)
      select e.partnership_id, (select least(min(position), 0) from ledger_entry) - o.n, e.source, o.id, e.version, e.leaf
      from other o join ledger_entry e on e.id = o.model and e.version = o.version and e.source = 'history';
    drop table other`);
}

afterAll(async () => {
  await superuser?.end();
  await database?.drop();
});

it('no scorecard reads more rows of what only grows than its period has, as things are known now and as they were at half of the ledger', async () => {
  const { partnershipId } = year.founded;
  const reads = await scorecardReads(superuser, { partnershipId, scorecards: scorecardIds, period });
  expect(readTooMuch(reads)).toEqual([]);
  const read = (scorecard: string, table: string) =>
    reads.filter((one) => one.scorecard === scorecard && one.table === table).map(({ all }) => all);
  // Where nothing at all is seen, the plan does not show what is read.
  expect(Math.min(...read('children', 'written'), ...read('timeliness', 'clock'))).toBeGreaterThan(0);
  for (const scorecard of scorecardIds)
    expect(read(scorecard, 'ledger_entry').at(-1), scorecard).toBeGreaterThan(0);
});

/** What a statement reads of history, as one line of a scorecard. */
async function ofHistory(statement: string) {
  await superuser.query('begin; set local enable_seqscan = off');
  const { history } = await rowsRead(superuser, statement);
  await superuser.query('rollback');
  const { history: held } = await rowsHeld(superuser, period);
  expect(held).toBeGreaterThan(0);
  return { scorecard: 'whole', position: 'null', table: 'history', ...history, held } as const;
}

it('a count that goes through a whole table by an index is found out', async () => {
  const one = await ofHistory(
    `select count(*) from history h where h.at < '${period.until}' or h.version > 0`,
  );
  expect(readTooMuch([one])).toEqual([one]);
});

it('a count that looks for the history of every absence there ever was, one after the other, is found out', async () => {
  const one = await ofHistory(`select count(h.entry) from record r cross join lateral
    (select h.entry from history h where h.record_id = r.id and h.version = r.version offset 0) h where r.kind = 'missingEpisode'`);
  expect(one.atOnce).toBe(1);
  expect(one.all).toBeLessThan(20 * one.held);
  expect(readTooMuch([one])).toEqual([one]);
});

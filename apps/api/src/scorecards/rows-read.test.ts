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
}, 600_000);
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
  // What absences and incidents the year has came after half of its ledger.
  const early = scorecardIds.filter((one) => one !== 'missing' && one !== 'incidents');
  for (const scorecard of early) expect(read(scorecard, 'ledger_entry').at(-1), scorecard).toBeGreaterThan(0);
});

it('a count that goes through a whole table by an index is found out', async () => {
  await superuser.query('begin; set local enable_seqscan = off');
  const whole = await rowsRead(
    superuser,
    `select count(*) from history h where h.at < '${period.until}' or h.version > 0`,
  );
  await superuser.query('rollback');
  const { history: held } = await rowsHeld(superuser, period);
  const one = { scorecard: 'whole', position: 'null', table: 'history', ...whole.history, held } as const;
  expect(held).toBeGreaterThan(0);
  expect(readTooMuch([one])).toEqual([one]);
});

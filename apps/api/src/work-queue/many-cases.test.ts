import { addCopies, openOwner } from '@mase/store/testing';
import { aReferral, aTriage } from '@mase/workflow/testing';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { type TestApi, testApi } from '../testing/test-api.js';

const perPage = 20;
const looks = 41;
let few: TestApi;
let many: TestApi;

beforeAll(async () => {
  few = await among(1000);
  many = await among(20_000);
}, 300_000);
afterAll(async () => {
  await few?.close();
  await many?.close();
});

/** An api over a database of its own with so many copies of one case on the books, all in the manager's list. */
async function among(cases: number): Promise<TestApi> {
  const api = await testApi(inject('MASE_TEST_SERVER'));
  const { id } = await api.give('referrer', 'child-cases/record-referral', aReferral());
  await api.give('triage', 'child-cases/decide-triage', aTriage('risk-assessment', { teamId: 'north' }), id);
  const view = (await api.ask('manager', 'GET', `/api/v1/child-cases/${id}`)).json() as { childId: string };
  await openOwner(api.database.connections.owner, async (owner) => {
    await owner.query('set session_replication_role = replica');
    await addCopies(owner, { caseId: id, childId: view.childId, to: cases });
    await owner.query('vacuum analyze record, case_reader, queue_row, clock, written');
  });
  return api;
}

/** The address of a page of the manager's list. */
async function pageOf(api: TestApi, number: number): Promise<string> {
  let url = `/api/v1/work-queue?limit=${perPage}`;
  for (let page = 1; page < number; page += 1) {
    const { headers } = await api.ask('manager', 'GET', url);
    url = /^<(.+)>; rel="next"$/.exec(String(headers.link))?.[1] ?? '';
  }
  return url;
}

/** What one look at a page takes, in milliseconds. */
async function taken(api: TestApi, url: string): Promise<number> {
  const started = performance.now();
  const answer = await api.ask('manager', 'GET', url);
  const time = performance.now() - started;
  expect(answer.json().items).toHaveLength(perPage);
  return time;
}

const median = (times: number[]) => times.toSorted((one, other) => one - other)[times.length >> 1] as number;

it('page 50 of a list of work takes at most twice as long among 20,000 cases as among 1,000 (S3)', async () => {
  // Other tests run beside this one, now more and now less: both are looked at in turn, so that each load meets both, and
  // the medians are compared; `npm run bench -- s3` tells p95.
  for (const number of [1, 50]) {
    const urls = [await pageOf(few, number), await pageOf(many, number)] as const;
    const times: [number[], number[]] = [[], []];
    for (let look = 0; look < looks; look += 1) {
      times[0].push(await taken(few, urls[0]));
      times[1].push(await taken(many, urls[1]));
    }
    const ratio = median(times[1]) / median(times[0]);
    console.log(`S3, short: page ${number} takes ${ratio.toFixed(2)} × among 20,000 cases`);
    expect(ratio).toBeLessThanOrEqual(2);
  }
}, 60_000);

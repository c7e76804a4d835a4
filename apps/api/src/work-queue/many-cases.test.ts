import { addCopies, openOwner } from '@mase/store/testing';
import { aReferral, aTriage } from '@mase/workflow/testing';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { type TestApi, testApi } from '../testing/test-api.js';

const perPage = 20;
const looks = 20;
let api: TestApi;
let like: { caseId: string; childId: string };

beforeAll(async () => {
  api = await testApi(inject('MASE_TEST_SERVER'));
  const { id } = await api.give('referrer', 'child-cases/record-referral', aReferral());
  await api.give('triage', 'child-cases/decide-triage', aTriage('risk-assessment', { teamId: 'north' }), id);
  const view = (await api.ask('manager', 'GET', `/api/v1/child-cases/${id}`)).json() as { childId: string };
  like = { caseId: id, childId: view.childId };
});
afterAll(() => api.close());

/** Puts copies of the case on the books up to this number. */
const copied = (from: number, to: number) =>
  openOwner(api.database.connections.owner, async (owner) => {
    await owner.query('set session_replication_role = replica');
    await addCopies(owner, { ...like, from, to });
    await owner.query('vacuum analyze record, case_reader, queue_row, clock, written');
  });

/** The address of a page of the manager's list. */
async function pageOf(number: number): Promise<string> {
  let url = `/api/v1/work-queue?limit=${perPage}`;
  for (let page = 1; page < number; page += 1) {
    const { headers } = await api.ask('manager', 'GET', url);
    url = /^<(.+)>; rel="next"$/.exec(String(headers.link))?.[1] ?? '';
  }
  return url;
}

/** What a page takes, in milliseconds: the median, as other tests run beside this one; `npm run bench -- s3` tells p95. */
async function taken(url: string): Promise<number> {
  const times: number[] = [];
  for (let look = 0; look < looks; look += 1) {
    const started = performance.now();
    const answer = await api.ask('manager', 'GET', url);
    times.push(performance.now() - started);
    expect(answer.json().items).toHaveLength(perPage);
  }
  return times.sort((one, other) => one - other)[looks / 2] as number;
}

it('page 50 of a list of work takes at most twice as long among 20,000 cases as among 1,000 (S3)', async () => {
  await copied(1, 1000);
  const [first, fifty] = [await pageOf(1), await pageOf(50)];
  // Other tests run beside this one, now more and now less: each side is asked up to three times, and what grows with the
  // books grows twentyfold.
  const few = [0, 0];
  for (let round = 0; round < 3; round += 1)
    for (const [at, url] of [first, fifty].entries()) few[at] = Math.max(few[at] as number, await taken(url));
  await copied(1001, 20_000);
  let ratio = Number.POSITIVE_INFINITY;
  for (let round = 0; round < 3 && ratio > 2; round += 1) {
    const many = [await taken(first), await taken(fifty)];
    ratio = Math.min(ratio, Math.max(...many.map((time, at) => time / (few[at] as number))));
  }
  console.log(`S3, short: ${ratio.toFixed(2)} × among 20,000 cases`);
  expect(ratio).toBeLessThanOrEqual(2);
}, 180_000);

import { aGrading, anIntelligenceReport } from '@mase/workflow/testing';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { type TestApi, testApi } from '../testing/test-api.js';

let api: TestApi;
/** Reports in the order in which they were submitted, one on each of four days. */
const reports: string[] = [];
const days = ['2026-11-02', '2026-11-03', '2026-11-04', '2026-11-05'];

beforeAll(async () => {
  api = await testApi(inject('MASE_TEST_SERVER'), '2026-11-02T09:00:00.000Z');
  for (const day of days) {
    api.time.now = `${day}T23:30:00.000Z`;
    reports.push(
      (await api.give('charity-worker', 'intelligence/submit-intelligence', anIntelligenceReport())).id,
    );
  }
  await api.give('intelligence', 'intelligence/evaluate', aGrading('2027-05-01'), reports[1] as string);
});
afterAll(() => api.close());

const list = (who: string, query: string) => api.ask(who, 'GET', `/api/v1/intelligence?${query}`);

/** All reports that somebody finds, page by page of two. */
async function found(who: string, query = ''): Promise<number[]> {
  const numbers: number[] = [];
  let after = '';
  do {
    const answer = await list(who, `limit=2&${query}${after && `&after=${after}`}`);
    expect(answer.statusCode, answer.body).toBe(200);
    const { items, next } = answer.json() as { items: { id: string }[]; next: string | null };
    numbers.push(...items.map(({ id }) => reports.indexOf(id)));
    after = next ?? '';
  } while (after);
  return numbers;
}

describe('the list of reports', () => {
  it('is sorted as the desk asks, the newest first where it asks for nothing', async () => {
    expect(await found('intelligence')).toEqual([3, 2, 1, 0]);
    expect(await found('intelligence', 'sort=recorded')).toEqual([0, 1, 2, 3]);
  });

  it('is narrowed by the days on which reports were submitted, both of them included, in either order', async () => {
    const between = `from=${days[1]}&to=${days[2]}`;
    expect(await found('intelligence', between)).toEqual([2, 1]);
    expect(await found('intelligence', `${between}&sort=recorded`)).toEqual([1, 2]);
    expect(await found('intelligence', `from=${days[2]}`)).toEqual([3, 2]);
    expect(await found('intelligence', `to=${days[0]}`)).toEqual([0]);
    const wrong = await list('intelligence', `from=${days[2]}&to=${days[1]}`);
    expect([wrong.statusCode, wrong.json().errors?.[0]?.pointer]).toEqual([400, '/to']);
  });

  it('is narrowed by state, and by state and days at once', async () => {
    expect(await found('intelligence', 'phase=evaluated')).toEqual([1]);
    expect(await found('intelligence', `phase=submitted&to=${days[2]}&sort=recorded`)).toEqual([0, 2]);
  });

  it('tells whoever submitted them the days of his or her own, and not how far the desk is with them', async () => {
    expect(await found('charity-worker')).toEqual([3, 2, 1, 0]);
    expect(await found('charity-worker', `from=${days[3]}`)).toEqual([3]);
    expect(await found('charity-worker', 'phase=evaluated')).toEqual([]);
    expect(await found('charity-worker', 'phase=submitted')).toEqual([]);
  });
});

import { someAsked, someReturned } from '@mase/workflow/testing';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { type TestApi, testApi } from '../testing/test-api.js';

let api: TestApi;
beforeAll(async () => {
  api = await testApi(inject('MASE_TEST_SERVER'), '2026-11-02T09:00:00.000Z');
});
afterAll(() => api.close());

const json = async (who: string, path: string) =>
  (await api.ask(who, 'GET', `/api/v1/partner-figures${path}`)).json();
const ask = async (period: string, due: string) => {
  const { agencies, people } = api.founded;
  const body = someAsked(agencies.health as string, people['member-health'] as string, due, { period });
  return (await api.give('coordinator', 'partner-figures/ask-figures', body)).id;
};
const counted = async () => {
  const { lines } = await json('auditor', '/summary?from=2026-01-01&to=2026-12-31');
  return lines.map(({ by, code, n }: { by: string; code: string; n: number }) => `${by}, ${code}: ${n}`);
};

it('what an agency is asked for is expected, late, chased and received, and shown beside what it gave before', async () => {
  const before = await ask('2026-Q2', '2026-11-05');
  const now = await ask('2026-Q3', '2026-11-05');
  const health = (await json('auditor', `/${now}`)).agencyName;
  expect(await counted()).toEqual([`waiting, ${health}: 2`]);
  const first = {
    ...someReturned(),
    figures: [
      { label: 'Screened', n: 44 },
      { label: 'Told to social care', n: 9 },
    ],
  };
  await api.give('member-health', 'partner-figures/return-figures', first, before);
  api.time.now = '2026-11-09T09:00:00.000Z';
  expect(await counted()).toEqual([`late, ${health}: 1`, `received, ${health}: 1`]);
  const chased = { words: 'Please (made up)', due: '2026-11-12' };
  await api.give('coordinator', 'partner-figures/chase-figures', chased, now);
  expect((await json('chair', '?phase=expected')).items).toMatchObject([
    { id: now, dueOn: '2026-11-12', firstDue: '2026-11-05', chased: 1 },
  ]);
  await api.give('member-health', 'partner-figures/return-figures', someReturned(), now);
  expect(await counted()).toEqual([`received, ${health}: 1`, `received-late, ${health}: 1`]);
  expect(await json('member-health', `/${now}`)).toMatchObject({
    state: 'given',
    due: null,
    earlier: [{ period: '2026-Q2' }],
    compared: [
      { label: 'Screened', n: 31, way: 'at-least', target: 40, met: false, change: -13 },
      { label: 'Told to social care', n: null, met: null, change: null },
    ],
    note: expect.stringContaining('Two posts'),
  });
});

it('figures are listed by quarter, and a period that is none is refused with what to give', async () => {
  expect((await json('chair', '?period=2026-Q2')).items).toHaveLength(1);
  expect((await json('chair', '?period=2026')).items).toEqual([]);
  const refused = await api.ask('chair', 'GET', '/api/v1/partner-figures?period=2026-Q5');
  expect(refused.statusCode).toBe(400);
  expect(refused.body).toContain('2026-Q4 from October to December');
});

it('is nobody’s who neither reads the problem profile nor gives for the agency', async () => {
  for (const who of ['referrer', 'worker', 'advocate', 'member-police'])
    expect([who, (await json(who, '?phase=given')).items]).toEqual([who, []]);
  expect((await json('worker', '/summary?from=2026-01-01&to=2026-12-31')).lines).toEqual([]);
});

import { aReferral, aTriage } from '@mase/workflow/testing';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { type TestApi, testApi } from '../testing/test-api.js';

const march = { from: '2026-03-01', to: '2026-03-31' };
const april = { from: '2026-04-01', to: '2026-04-30' };
let api: TestApi;
let reference: string;

beforeAll(async () => {
  api = await testApi(inject('MASE_TEST_SERVER'), '2026-03-02T09:00:00.000Z');
  const { id: first } = await api.give('referrer', 'child-cases/record-referral', aReferral());
  await api.give('triage', 'child-cases/decide-triage', aTriage('no-further-action'), first);
  const view = (await api.view('coordinator', 'child-cases', first)) as unknown as {
    childId: string;
    reference: string;
  };
  ({ reference } = view);
  await api.seal();
  api.time.now = '2026-04-20T09:00:00.000Z';
  const again = aReferral({ child: undefined, childId: view.childId });
  const { id: second } = await api.give('triage', 'child-cases/record-referral', again);
  const wakes = aTriage('relisted', { otherCaseId: first, teamId: 'north' });
  await api.give('triage', 'child-cases/decide-triage', wakes, second);
  await api.seal();
}, 240_000);
afterAll(() => api.close());

const rowsOf = async (what: string, days: object) => {
  const { id } = await api.give('auditor', 'exports/request-export', {
    ...{ what, reason: 'A made-up inspection', ...days },
    recipient: { name: 'Robin Reviewer', organisation: 'Made-up inspectorate' },
  });
  await api.give('caldicott', 'exports/approve-export', {}, id);
  await api.seal();
  await api.give('auditor', 'exports/begin-download', {}, id);
  const file = await api.ask('auditor', 'GET', `/api/v1/exports/${id}/file`);
  expect(file.statusCode, file.body).toBe(200);
  const { download } = (await api.ask('auditor', 'GET', `/api/v1/exports/${id}`)).json();
  return { rows: file.body.trimEnd().split('\r\n').slice(2), leftOut: download.end.leftOut };
};
const figures = async ({ from, to }: typeof march, scorecard = 'children') => {
  const asked = `scorecard=${scorecard}&from=${from}&to=${to}`;
  const answer = (await api.ask('auditor', 'GET', `/api/v1/scorecard?${asked}`)).json();
  return (id: string) => answer.figures.find((one: { id: string }) => one.id === id);
};

describe('a closed case that a new referral wakes', () => {
  it('is one case in the list of an inspection and in the file of factors, and the referral is none', async () => {
    const { rows } = await rowsOf('inspection-list', april);
    expect(rows.map((row) => row.includes(reference))).toEqual([true]);
    // The child has no id of the authority yet: the one case is left out, and no other.
    expect(await rowsOf('cin-factors', april)).toEqual({ rows: [], leftOut: 1 });
    expect((await rowsOf('inspection-list', { from: '2026-03-03', to: '2026-03-31' })).rows).toEqual([]);
  });

  it('is one case to draw a sample from, and one that is open', async () => {
    const asked = { title: 'Made up', purpose: 'Made up', basis: 'open-on-last-day', size: 4, seed: 1 };
    const { id } = await api.give('auditor', 'dip-samples/draw-sample', {
      ...asked,
      ...april,
      to: '2026-04-20',
    });
    expect((await api.ask('auditor', 'GET', `/api/v1/dip-samples/${id}`)).json().population.size).toBe(1);
    expect((await figures(april))('open-at-end').period.n).toBe(1);
    expect((await figures(april, 'caseload'))('cases').period.n).toBe(1);
    expect((await figures(april, 'cohort'))('cohort').period.n).toBe(1);
  });

  it('stays what triage first decided in the month in which it was received, and is a re-referral of the next', async () => {
    const [before, after] = [await figures(march), await figures(april)];
    const lines = (of: typeof before) =>
      of('contacts').lines.map(({ label, period }: { label: string; period: { n: number } }) => [
        label,
        period.n,
      ]);
    expect(lines(before)).toEqual([['No further action', 1]]);
    expect(lines(after)).toEqual([['Relisted', 1]]);
    expect([before('re-referrals').period, after('re-referrals').period]).toMatchObject([
      { n: 0, of: 1 },
      { n: 1, of: 1 },
    ]);
    expect([before('opened').period.n, after('opened').period.n]).toEqual([0, 1]);
  });
});

import type { Grade } from '@mase/workflow';
import { anAllocation, anAssessment, aReferral, aTriage } from '@mase/workflow/testing';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { type TestApi, testApi } from '../testing/test-api.js';
import type { AgreementView } from './agreement.js';

let api: TestApi;
beforeAll(async () => {
  api = await testApi(inject('MASE_TEST_SERVER'), '2026-11-02T09:00:00.000Z');
});
afterAll(() => api.close());

/** A child assessed twice: by the worker of the team, and blind by somebody of another team or agency. */
async function assessedTwice(first: Grade, second: Grade, by: string): Promise<string> {
  const { people } = api.founded;
  const { id } = await api.give('referrer', 'child-cases/record-referral', aReferral());
  await api.give('triage', 'child-cases/decide-triage', aTriage('risk-assessment', { teamId: 'north' }), id);
  await api.give('manager', 'child-cases/allocate-worker', anAllocation(people.worker as string), id);
  await api.give('worker', 'child-cases/assess-risk', anAssessment(first), id);
  await api.give('manager', 'child-cases/ask-blind-assessment', { assessorId: people[by] }, id);
  await api.give(by, 'child-cases/assess-blind', anAssessment(second), id);
  return id;
}

const asks = (who: string, days = 'from=2026-11-01&to=2026-11-30') =>
  api.ask(who, 'GET', `/api/v1/agreement?${days}`);
const read = async (who: string) => (await asks(who)).json() as AgreementView;

describe('the reading of agreement', () => {
  it('says that nothing was rated twice before anything was', async () => {
    expect(await read('auditor')).toMatchObject({ pairs: 0, more: false, lines: [] });
  });

  it('counts pairs by instrument, domain and agency, and names no child and no assessor', async () => {
    await assessedTwice('medium', 'medium', 'worker-south');
    await assessedTwice('low', 'medium', 'charity-worker');
    const restricted = await assessedTwice('high', 'high', 'charity-worker');
    const answer = await asks('auditor');
    const view = answer.json() as AgreementView;
    expect(view.pairs).toBe(3);
    const line = (by: string, label: RegExp, of = 'grade') =>
      view.lines.find((one) => one.by === by && one.of === of && label.test(one.label));
    expect(line('instrument', /./)).toMatchObject({
      categories: ['none', 'low', 'medium', 'high'],
      percent: { agreed: 2, of: 3, percent: '66.67' },
      kappa: { none: { kappa: expect.closeTo(0.5, 10) } },
    });
    expect(line('domain', /technology/i, 'level')?.percent).toMatchObject({ of: 3 });
    expect(line('agency', /Council/)?.percent.of).toBe(3);
    expect(line('agency', /Harbour/)?.percent).toEqual({ agreed: 1, of: 2, percent: '50.00' });
    expect(line('agency', /Harbour.*technology/i, 'level')?.percent.of).toBe(2);
    expect(view.lines.every(({ instrument }) => instrument.version > 0)).toBe(true);
    expect(answer.body).not.toMatch(/Wren|Willa|Charlie|Noor|"reasons"/);

    // A restricted case is nobody's who is not named: it is in no figure of theirs.
    await api.give('manager', 'child-cases/restrict', { reason: 'Made up', readers: [] }, restricted);
    expect((await read('auditor')).pairs).toBe(2);
  });

  it('counts the days in which the second was recorded', async () => {
    expect((await asks('auditor', 'from=2026-10-01&to=2026-10-31')).json().pairs).toBe(0);
    expect((await asks('auditor', 'from=2026-11-02&to=2026-11-01')).statusCode).toBe(400);
  });

  it('is for those who oversee', async () => {
    for (const who of ['senior', 'coordinator', 'governance', 'caldicott'])
      expect((await asks(who)).statusCode, who).toBe(200);
    for (const who of ['worker', 'manager', 'chair', 'admin', 'member-health'])
      expect((await asks(who)).statusCode, who).toBe(403);
  });
});

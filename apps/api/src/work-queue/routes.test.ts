import { anAllocation, anAssessment, aReferral, aTriage } from '@mase/workflow/testing';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { type TestApi, testApi } from '../testing/test-api.js';

let api: TestApi;
beforeAll(async () => {
  api = await testApi(inject('MASE_TEST_SERVER'));
});
afterAll(() => api.close());

interface Line {
  recordId: string;
  step: string;
  label: string;
}

/** What somebody's list says of a record. */
async function linesOf(who: string, id: string): Promise<Line[]> {
  const { items } = (await api.ask(who, 'GET', '/api/v1/work-queue')).json() as { items: Line[] };
  return items.filter((one) => one.recordId === id);
}

describe('the list of what waits', () => {
  it('says in words what no clock of the profile names: a rise asks the coordinator to list the case, then to put it on an agenda', async () => {
    const worker = api.founded.people.worker as string;
    const { id } = await api.give('referrer', 'child-cases/record-referral', aReferral());
    const taken = aTriage('risk-assessment', { teamId: 'north' });
    await api.give('triage', 'child-cases/decide-triage', taken, id);
    await api.give('manager', 'child-cases/allocate-worker', anAllocation(worker), id);
    const { entry } = await api.give('worker', 'child-cases/assess-risk', anAssessment('high'), id);
    expect(await linesOf('coordinator', id)).toMatchObject([
      { step: 'list-for-panel', label: 'List for the panel: high is proposed' },
    ]);
    const listing = {
      basis: 'high',
      asked: 'Does the plan suffice?',
      noStrategyReason: 'It is called for tomorrow',
      noPlanReason: 'It is being written',
    };
    await api.give('manager', 'child-cases/confirm-grade', { assessmentId: entry, grade: 'high' }, id);
    await api.give('manager', 'child-cases/list-for-panel', listing, id);
    expect(await linesOf('coordinator', id)).toMatchObject([
      { step: 'add-item', label: 'Put the case on an agenda' },
    ]);
  });

  it('shows danger that nobody has acknowledged to the out-of-hours team and the police desk too', async () => {
    const referral = aReferral({ immediateDanger: true });
    const { id } = await api.give('referrer', 'child-cases/record-referral', referral);
    for (const who of ['duty', 'out-of-hours', 'police-desk'])
      expect(await linesOf(who, id), who).toMatchObject([{ step: 'danger-acknowledgement' }]);
  });
});

import { aReferral } from '@mase/workflow/testing';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { type TestApi, testApi } from '../testing/test-api.js';

let api: TestApi;
let id: string;
let childId: string;

beforeAll(async () => {
  api = await testApi(inject('MASE_TEST_SERVER'), '2026-11-02T09:00:00.000Z');
  const child = { firstName: 'Linnet', lastName: 'Synthetic' };
  const household = { concernAtHome: 'yes', concernAtHomeWho: 'A made-up lodger' };
  id = (
    await api.give('referrer', 'child-cases/record-referral', aReferral({ child, ...household } as never))
  ).id;
  childId = (await api.ask('triage', 'GET', `/api/v1/child-cases/${id}`)).json().childId;
});
afterAll(() => api.close());

/** Whom the cautions stop that stand beside the name, in a list as somebody reads it. */
async function beside(list: Promise<{ json: () => { items: object[] } }>) {
  const found = (await list).json().items as { childId?: string; id?: string; cautions?: string[] }[];
  return found.filter((one) => one.childId === childId || one.id === childId).map(({ cautions }) => cautions);
}

describe('a contact caution that a referral set', () => {
  it('stands beside the name in lists, searches, the list of work and the triage session', async () => {
    const search = api.ask('triage', 'POST', '/api/v1/children/search', { name: 'Linnet Synthetic' });
    for (const list of [
      api.ask('triage', 'GET', '/api/v1/child-cases'),
      api.ask('triage', 'GET', '/api/v1/children'),
      api.ask('triage', 'GET', '/api/v1/work-queue'),
      search,
    ])
      expect((await beside(list))[0]).toEqual(['parent']);
    const session = await api.ask('triage', 'GET', '/api/v1/child-cases/triage-session');
    expect(session.json().waiting).toMatchObject([{ childId, cautions: ['parent'] }]);
  });

  it('stands on the child’s page with its words', async () => {
    const child = await api.ask('triage', 'GET', `/api/v1/children/${childId}`);
    expect(child.json().cautions).toMatchObject([{ caseId: id, who: 'A made-up lodger', party: 'parent' }]);
  });

  it('is no news to somebody who knows who the child is and has no part in the case', async () => {
    const search = { name: 'Linnet Synthetic' };
    const found = await api.ask('police-desk', 'POST', '/api/v1/children/search', search);
    expect(found.json().items).toMatchObject([{ id: childId, cautions: [] }]);
    const child = await api.ask('police-desk', 'GET', `/api/v1/children/${childId}`);
    expect(child.json().cautions).toEqual([]);
    const own = await api.ask('referrer', 'GET', '/api/v1/child-cases');
    expect(JSON.stringify(own.json())).not.toContain('"parent"');
  });
});

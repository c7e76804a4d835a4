import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { type TestApi, testApi } from '../testing/test-api.js';

let api: TestApi;
let childId: string;
const cases: string[] = [];
const carer = { name: 'Made-up aunt', relation: 'Aunt', asParent: 'no', livesWith: 'yes', mayContact: 'yes' };
const overseers = ['triage', 'coordinator', 'auditor', 'governance', 'caldicott', 'senior'] as const;

beforeAll(async () => {
  api = await testApi(inject('MASE_TEST_SERVER'), '2026-11-02T09:00:00.000Z');
  const child = { firstName: 'Wren', lastName: 'Synthetic', birthDate: '2011-05-04', from: 'a return' };
  childId = (await api.give('coordinator', 'children/record-child', child)).id;
  await api.give('coordinator', 'children/record-about-me', { likes: 'Kites (made up)' }, childId);
  await api.give('coordinator', 'children/record-carer', carer, childId);
  for (const seenOrSaid of ['First made-up words', 'Second made-up words']) {
    const referral = { childId, seenOrSaid, immediateDanger: false };
    const { id } = await api.give('triage', 'child-cases/record-referral', referral);
    cases.push(id);
    await api.give(
      'triage',
      'child-cases/decide-triage',
      {
        ...{ outcome: 'risk-assessment', reasons: 'Made up', teamId: 'north' },
        ...{ policeView: 'given', policeViewText: 'None' },
      },
      id,
    );
  }
});
afterAll(() => api.close());

/** Who of those who oversee is answered with the child's own record, and what stands in lists and searches of it. */
async function seenBy(who: (typeof overseers)[number]) {
  const view = await api.ask(who, 'GET', `/api/v1/children/${childId}`);
  const list = await api.ask(who, 'GET', '/api/v1/children');
  const found = await api.ask(who, 'POST', '/api/v1/children/search', { name: 'Wren Synthetic' });
  const words = [view, list, found].map(({ body }) => body).join(' ');
  return {
    status: view.statusCode,
    tells: ['Wren', 'Kites', 'Made-up aunt'].filter((word) => words.includes(word)),
  };
}

const restrict = (id: string | undefined) =>
  api.give('manager', 'child-cases/restrict', { reason: 'A made-up risk', readers: [] }, id);

describe('about me and the carers of a child with two cases', () => {
  it('stay open to those who oversee while one of the cases is', async () => {
    await restrict(cases[0]);
    for (const who of overseers)
      expect(await seenBy(who), who).toMatchObject({ status: 200, tells: ['Wren', 'Kites', 'Made-up aunt'] });
  });

  it('close with the last of the cases, and nothing in lists or searches tells of the child', async () => {
    await restrict(cases[1]);
    for (const who of overseers) expect(await seenBy(who), who).toEqual({ status: 404, tells: [] });
    const named = await api.ask('manager', 'GET', `/api/v1/children/${childId}`);
    expect(named.json()).toMatchObject({ about: { carers: [{ name: 'Made-up aunt' }] } });
  });

  it('open again once one of the restrictions is lifted', async () => {
    await api.give('manager', 'child-cases/lift-restriction', { reason: 'It has passed' }, cases[0]);
    expect(await seenBy('auditor')).toMatchObject({ status: 200 });
  });
});

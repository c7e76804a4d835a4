import { anAction, anAllocation, anAssessment, aPlainPlan, aReferral, aTriage } from '@mase/workflow/testing';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { type TestApi, testApi } from '../testing/test-api.js';

let api: TestApi;
let id = '';
let childId = '';
let actionId = '';
beforeAll(async () => {
  api = await testApi(inject('MASE_TEST_SERVER'));
  const { people } = api.founded;
  ({ id } = await api.give('referrer', 'child-cases/record-referral', aReferral()));
  await api.give('triage', 'child-cases/decide-triage', aTriage('risk-assessment', { teamId: 'north' }), id);
  await api.give('manager', 'child-cases/allocate-worker', anAllocation(people.worker as string), id);
  const add = (owner: string, over: object) =>
    api.give('worker', 'plan-actions/add-action', anAction(id, people[owner] as string, over));
  ({ id: actionId } = await add('worker', { what: 'Safeguarding visits' }));
  await add('licensing', { part: 'disruption', kind: 'disruption', what: 'Visit the made-up hotel' });
  const { entry } = await api.give('worker', 'child-cases/assess-risk', anAssessment('low'), id);
  await api.give('manager', 'child-cases/confirm-grade', { assessmentId: entry, grade: 'low' }, id);
  await api.give('manager', 'child-cases/agree-plan', { kind: 'interim' }, id);
  ({ childId } = (await api.ask('worker', 'GET', `/api/v1/child-cases/${id}`)).json());
  await api.give('worker', 'children/record-about-me', { chosenName: 'Lex' }, childId);
});
afterAll(() => api.close());

const aunt = { name: 'Made-up aunt', relation: 'Aunt', asParent: 'yes', livesWith: 'yes', mayContact: 'yes' };
const carersOf = async () =>
  (await api.ask('worker', 'GET', `/api/v1/child-cases/${id}`)).json().about.carers;
const plain = async () => {
  const { copies } = (await api.ask('worker', 'GET', `/api/v1/child-cases/${id}/plan`)).json();
  return copies.filter(({ part }: { part: string }) => part === 'plain');
};
const document = (who: string, copyId: string, format = 'html') =>
  api.ask(who, 'GET', `/api/v1/plan-copies/${copyId}/document?format=${format}`);

describe('the plan in plain words', () => {
  it('is a document for the child by the chosen name: marked, numbered, of the safety part alone', async () => {
    await api.give(
      'worker',
      'child-cases/write-plain-plan',
      aPlainPlan([actionId], { view: 'I like Tuesdays' }),
      id,
    );
    const [copy] = await plain();
    expect(copy).toMatchObject({ recipientName: 'Lex', state: 'issued', to: 'child', number: 1, plan: 1 });
    const html = (await document('worker', copy.id)).body;
    for (const words of [
      'Dear Lex',
      'OFFICIAL-SENSITIVE',
      'Copy 1 of 1 for Lex',
      'I like Tuesdays',
      'Childline',
    ])
      expect(html).toContain(words);
    expect(html).not.toMatch(/hotel|disruption|Safeguarding visits|grade|MASE/i);
    const pdf = await document('manager', copy.id, 'pdf');
    expect(pdf.headers['content-type']).toBe('application/pdf');
    expect(pdf.headers['content-disposition']).not.toContain('Lex');
    expect((await document('licensing', copy.id)).statusCode).toBe(404);
    expect((await document('worker-south', copy.id)).statusCode).toBe(404);
  });

  it('goes to a carer who is recorded and may be contacted, whatever the sender says of him or her', async () => {
    const unknown = aPlainPlan([actionId], { to: 'parent', carerId: actionId });
    const asked = async (body: object) =>
      api.ask('worker', 'POST', `/api/v1/child-cases/${id}/write-plain-plan`, body, {
        'if-match': `"${await api.versionOf(id)}"`,
      });
    expect((await asked(unknown)).json().errors).toMatchObject([{ pointer: '/carerId', code: 'noCarer' }]);
    await api.give('worker', 'children/record-carer', aunt, childId);
    const [{ id: carerId }] = await carersOf();
    const forAunt = { ...unknown, carerId };
    const said = { id: carerId, name: 'Made-up aunt', relation: 'Aunt', mayContact: 'yes' };
    expect((await asked({ ...forAunt, known: said })).statusCode).toBe(400);
    await api.give('worker', 'child-cases/write-plain-plan', forAunt, id);
    const copy = (await plain()).find(({ to }: { to: string }) => to === 'parent');
    expect((await document('worker', copy.id)).body).toContain('The safety plan for Lex');
    const closed = { ...aunt, carerId, mayContact: 'no', safeHow: 'He opens her letters (made up)' };
    await api.give('worker', 'children/change-carer', { ...closed, reason: 'Made up' }, childId);
    expect((await document('worker', copy.id)).json()).toMatchObject({ code: 'CONTACT_STOPPED' });
    expect((await asked(forAunt)).json().errors).toMatchObject([{ pointer: '/carerId', code: 'noContact' }]);
  });

  it('is given with a receipt, is out of date once another version is agreed, and is no document then', async () => {
    const [copy] = await plain();
    await api.give('worker', 'plan-copies/record-receipt', { how: 'Read together', said: 'OK' }, copy.id);
    const seen = (await api.ask('worker', 'GET', `/api/v1/plan-copies/${copy.id}`)).json();
    expect(seen.receipts).toMatchObject([{ version: 1, how: 'Read together', said: 'OK' }]);
    await api.give('manager', 'child-cases/agree-plan', { kind: 'interim' }, id);
    expect((await plain())[0]).toMatchObject({ state: 'outdated' });
    expect((await document('worker', copy.id)).json()).toMatchObject({ code: 'COPY_OUTDATED' });
    const { items } = (await api.ask('worker', 'GET', '/api/v1/work-queue')).json();
    expect(items.map(({ step }: { step: string }) => step)).toContain('write-plain-plan');
  });
});

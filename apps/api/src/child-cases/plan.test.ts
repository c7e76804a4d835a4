import { anAction, anAllocation, anAssessment, aReferral, aSharing, aTriage } from '@mase/workflow/testing';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { type TestApi, testApi } from '../testing/test-api.js';

let api: TestApi;
let people: Record<string, string>;
beforeAll(async () => {
  api = await testApi(inject('MASE_TEST_SERVER'), '2026-11-02T09:00:00.000Z');
  people = api.founded.people as Record<string, string>;
});
afterAll(() => api.close());

async function aCase(firstName: string): Promise<string> {
  const child = { firstName, lastName: 'Example', birthDate: '2012-03-04' };
  const { id } = await api.give('referrer', 'child-cases/record-referral', aReferral({ child }));
  await api.give('triage', 'child-cases/decide-triage', aTriage('risk-assessment', { teamId: 'north' }), id);
  await api.give('manager', 'child-cases/allocate-worker', anAllocation(people.worker as string), id);
  return id;
}

const add = (caseId: string, owner: string, over: object = {}) =>
  api.give('worker', 'plan-actions/add-action', anAction(caseId, people[owner] as string, over));

const plan = async (who: string, id: string, query = '') =>
  api.ask(who, 'GET', `/api/v1/child-cases/${id}/plan${query}`);

describe('the plan', () => {
  it('of brothers and sisters lists all that is missing in one answer, with the cover of a recorded absence', async () => {
    const [one, other] = [await aCase('Ash'), await aCase('Elm')];
    const away = await add(one, 'charity-worker', { what: 'First', due: '2026-12-18' });
    const bare = await add(other, 'worker-two', { what: 'Second', due: undefined, outcome: undefined });
    const absence = {
      from: '2026-11-10T08:00:00.000Z',
      until: '2026-11-20T08:00:00.000Z',
      reason: 'leave',
    };
    await api.give('charity-worker', 'users/record-absence', absence, people['charity-worker']);
    const { missing, actions, together } = (await plan('worker', one, `?with=${other}`)).json();
    expect(missing).toMatchObject([
      { caseId: one, actionId: away.id, what: 'First', gap: 'cover' },
      { caseId: other, actionId: bare.id, what: 'Second', gap: 'due' },
      { caseId: other, actionId: bare.id, gap: 'outcome' },
    ]);
    expect(together).toMatchObject([{ id: other }]);
    expect(actions[0].inHand).toMatchObject([{ because: 'absence', coverName: null, from: absence.from }]);
    const change = { reason: 'Covered', coverId: people['worker-two'] };
    await api.give('worker', 'plan-actions/change-action', change, away.id);
    const after = (await plan('worker', one)).json();
    expect(after.missing).toEqual([]);
    expect(after.actions[0].inHand).toMatchObject([{ coverName: expect.stringMatching(/\w/) }]);
  });

  it('shows its owners their own part; a case that the reader does not see adds nothing, and no referrer reads it', async () => {
    const [one, other] = [await aCase('Fir'), await aCase('Oak')];
    await add(one, 'charity-worker');
    await add(one, 'licensing', { part: 'disruption', kind: 'disruption', what: 'Visit the taxi rank' });
    const seen = (await plan('charity-worker', one, `?with=${other}`)).json();
    expect(seen.actions.map(({ part }: { part: string }) => part)).toEqual(['safety']);
    expect(seen.together).toEqual([]);
    expect(JSON.stringify(seen)).not.toContain('taxi rank');
    expect((await plan('licensing', one)).json().actions).toMatchObject([{ what: 'Visit the taxi rank' }]);
    expect((await plan('referrer', one)).statusCode).toBe(403);
    expect((await plan('worker-south', one)).statusCode).toBe(404);
  });
});

describe('copies of the plan', () => {
  it('say nothing to their recipients until they are opened, and show the worker who has not', async () => {
    const id = await aCase('Yew');
    await add(id, 'charity-worker', { what: 'Meet him after school' });
    await add(id, 'worker', { what: 'Ring every evening' });
    const assessed = await api.give('worker', 'child-cases/assess-risk', anAssessment('low'), id);
    const grade = { assessmentId: assessed.entry, grade: 'low' };
    await api.give('manager', 'child-cases/confirm-grade', grade, id);
    await api.give('manager', 'child-cases/agree-plan', { kind: 'interim' }, id);
    await api.give('worker', 'child-cases/share-plan', aSharing(), id);
    const { copies } = (await plan('manager', id)).json();
    expect(copies.map(({ recipientName, state }: Record<string, string>) => [recipientName, state])).toEqual([
      [expect.any(String), 'issued'],
      [expect.any(String), 'issued'],
    ]);
    const copy = copies.find(({ recipientId }: Record<string, string>) => {
      return recipientId === people['charity-worker'];
    });
    const seen = async () =>
      (await api.ask('charity-worker', 'GET', `/api/v1/plan-copies/${copy.id}`)).json();
    expect(await seen()).toMatchObject({ mine: true, words: null, plan: 1 });
    expect(JSON.stringify(await seen())).not.toContain('after school');
    await api.give('charity-worker', 'plan-copies/open-copy', {}, copy.id);
    const { words, receipts } = await seen();
    expect(words.actions.map(({ what }: { what: string }) => what)).toEqual([
      'Meet him after school',
      'Ring every evening',
    ]);
    expect(words.recipients).toHaveLength(2);
    expect(receipts).toMatchObject([{ version: 1 }]);
    expect((await plan('manager', id)).json().copies).toContainEqual(
      expect.objectContaining({ id: copy.id, state: 'opened' }),
    );
    expect((await api.ask('worker-south', 'GET', `/api/v1/plan-copies/${copy.id}`)).statusCode).toBe(404);
  });
});

it('a copy of the disruption part alone does not tell who the child is, on the copy, the plan or the case', async () => {
  const id = await aCase('Rowan');
  await add(id, 'worker', { what: 'Ring every evening' });
  await add(id, 'licensing', { part: 'disruption', kind: 'disruption', what: 'Visit the taxi rank' });
  const { entry: assessmentId } = await api.give(
    'worker',
    'child-cases/assess-risk',
    anAssessment('low'),
    id,
  );
  await api.give('manager', 'child-cases/confirm-grade', { assessmentId, grade: 'low' }, id);
  await api.give('manager', 'child-cases/agree-plan', { kind: 'interim', comment: 'For Rowan' }, id);
  await api.give('worker', 'child-cases/share-plan', aSharing(), id);
  const { copies } = (await plan('licensing', id)).json();
  expect(copies).toHaveLength(1);
  const url = `/api/v1/plan-copies/${copies[0].id}`;
  for (const address of [url, `/api/v1/child-cases/${id}/plan`, `/api/v1/child-cases/${id}`])
    expect((await api.ask('licensing', 'GET', address)).body).not.toContain('Rowan');
  await api.give('licensing', 'plan-copies/open-copy', {}, copies[0].id);
  const opened = await api.ask('licensing', 'GET', url);
  expect(opened.json()).toMatchObject({ reference: expect.any(String), name: null });
  expect(opened.body).not.toContain('Rowan');
  const days = 'sharing-ledger?from=2026-11-01&to=2026-11-30';
  const { items } = (await api.ask('licensing', 'GET', `/api/v1/${days}`)).json();
  expect(items).toMatchObject([{ what: 'shared', power: aSharing().power }]);
  await api.give('manager', 'child-cases/agree-plan', { kind: 'interim' }, id);
  const forwarded = (await api.ask('licensing', 'GET', `/api/v1/${days}`)).json().items;
  expect(forwarded.map(({ what }: { what: string }) => what)).toEqual(['forwarded', 'shared']);
});

describe('actions that look the same', () => {
  it('are shown with why to the coordinator, who reads no disruption part, and to no worker', async () => {
    const id = await aCase('Ivy');
    const same = { part: 'disruption', kind: 'disruption', what: 'Visit the hotel' };
    for (const owner of ['worker', 'worker-two']) await add(id, owner, { what: 'Walk her to school' });
    for (const owner of ['licensing', 'worker']) await add(id, owner, same);
    const similar = (who: string) => api.ask(who, 'GET', '/api/v1/plan-actions/similar');
    const own = ({ one }: { one: { caseId: string } }) => one.caseId === id;
    expect((await similar('coordinator')).json().items.filter(own)).toMatchObject([
      { why: ['same-child', 'same-kind', 'same-words'], words: ['school', 'walk'] },
    ]);
    expect((await similar('senior')).json().items.filter(own)).toHaveLength(2);
    expect((await similar('worker')).statusCode).toBe(403);
  });
});

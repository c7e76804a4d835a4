import {
  aClosure,
  anAction,
  anAllocation,
  anAssessment,
  aQuorum,
  aReferral,
  aSharing,
  aTriage,
  broughtForward,
} from '@mase/workflow/testing';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { addItem, list, openSitting } from '../packs/testing/little-sitting.js';
import { type TestApi, testApi } from '../testing/test-api.js';

let api: TestApi;
let people: { [key: string]: string };
beforeAll(async () => {
  api = await testApi(inject('MASE_TEST_SERVER'));
  people = api.founded.people as typeof people;
});
afterAll(() => api.close());

const see = async (who: string, path: string) => (await api.ask(who, 'GET', `/api/v1/${path}`)).json();

async function graded(id: string, grade: 'low' | 'none'): Promise<void> {
  const { entry } = await api.give('worker', 'child-cases/assess-risk', anAssessment(grade), id);
  await api.give('manager', 'child-cases/confirm-grade', { assessmentId: entry, grade }, id);
}

/** A case with a shared plan of both parts and a question to the police, that may close for want of any exploitation. */
async function aCase(): Promise<string> {
  const { id } = await api.give('referrer', 'child-cases/record-referral', aReferral());
  await api.give('triage', 'child-cases/decide-triage', aTriage('risk-assessment', { teamId: 'north' }), id);
  await api.give('manager', 'child-cases/allocate-worker', anAllocation(people.worker as string), id);
  const add = (owner: string, over: object = {}) =>
    api.give('worker', 'plan-actions/add-action', anAction(id, people[owner] as string, over));
  await add('charity-worker');
  await add('licensing', { part: 'disruption', kind: 'disruption', what: 'Visit the made-up hotel' });
  await graded(id, 'low');
  await api.give('manager', 'child-cases/agree-plan', { kind: 'interim' }, id);
  await api.give('worker', 'child-cases/share-plan', aSharing(), id);
  await graded(id, 'none');
  const view = { of: 'child', words: 'I am safe (made up)', how: 'On a walk' };
  await api.give('worker', 'child-cases/record-view', view, id);
  await api.give('worker', 'information-requests/request-information', {
    caseId: id,
    agencyId: api.founded.agencies.police,
    contactId: people['member-police'],
    question: 'Was the child seen in May? (made up)',
    powers: ['children-act-2004-10'],
    purpose: 'To assess the risk (made up)',
  });
  return id;
}

const ending = {
  watcher: 'The school nurse',
  nextCheck: '2026-06-01',
  handover: 'Nora Made-up, school nurse',
  harmAddressed: 'Nobody knows of any (made up)',
};

async function closedByTeam(id: string): Promise<void> {
  const { harmAddressed: _addressed, ...kept } = ending;
  await api.give('worker', 'child-cases/propose-closure', aClosure({ reason: 'not-found', ...kept }), id);
  await api.give('manager', 'child-cases/approve-closure', { reasons: 'Agreed' }, id);
}

async function closedBySitting(id: string): Promise<void> {
  await list(api, id);
  const sitting = await openSitting(api, '2026-01-22T10:00:00.000Z', '2026-01-22T11:00:00.000Z');
  const item = await addItem(api, sitting, id);
  await api.give('coordinator', 'sittings/issue-papers', { recipients: [people['member-police']] }, sitting);
  await api.give('coordinator', 'sittings/record-attendance', aQuorum(), sitting);
  await api.give('chair', 'sittings/start-sitting', broughtForward, sitting);
  await api.give('chair', 'agenda-items/open-item', {}, item);
  const decision = {
    decision: 'close',
    closureReason: 'not-found',
    reasons: 'Agreed (made up)',
    actions: [],
  };
  await api.give('chair', 'agenda-items/record-panel-decision', { ...decision, ...ending }, item);
}

describe('a case that closes, whoever decides it', () => {
  it.each([
    ['the team', closedByTeam],
    ['a sitting', closedBySitting],
  ] as const)(
    'leaves nothing open behind it: %s ends its actions, takes its copies back and asks nobody any longer',
    async (_, close) => {
      const id = await aCase();
      const waits = async (who: string) => JSON.stringify(await see(who, 'work-queue')).includes(id);
      const before = await see('senior', `child-cases/${id}/plan`);
      expect(before.copies.map(({ state }: { state: string }) => state)).toEqual(['issued', 'issued']);
      const [request] = (await see('senior', `child-cases/${id}`)).onCase.requests;
      expect(request.state).toBe('asked');
      await close(id);
      const closed = await see('senior', `child-cases/${id}`);
      expect(closed.state.work).toBe('closed');
      const how = Object.fromEntries(
        closed.actions.map((one: { part: string; ended: { how: string } | null }) => [
          one.part,
          one.ended?.how,
        ]),
      );
      expect(how).toEqual({ safety: 'handed-over', disruption: 'no-longer-possible' });
      expect(closed.onCase.requests).toMatchObject([{ id: request.id, state: 'withdrawn' }]);
      const { copies } = await see('senior', `child-cases/${id}/plan`);
      expect(copies.map(({ state }: { state: string }) => state)).toEqual(['ended', 'ended']);
      const queue = JSON.stringify(await see('member-police', 'work-queue'));
      expect(queue).not.toContain(request.id);
      for (const who of ['charity-worker', 'licensing'])
        expect([who, await waits(who)]).toEqual([who, false]);
    },
    60_000,
  );
});

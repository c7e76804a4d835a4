import { anAction, anAllocation, anAssessment, aReferral, aSharing, aTriage } from '@mase/workflow/testing';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { type TestApi, testApi } from '../testing/test-api.js';

let api: TestApi;
let caseId: string;
let requestId: string;
const ask = async (who: string, url: string) => (await api.ask(who, 'GET', `/api/v1/${url}`)).json();
const status = async (who: string, url: string) => (await api.ask(who, 'GET', `/api/v1/${url}`)).statusCode;

beforeAll(async () => {
  api = await testApi(inject('MASE_TEST_SERVER'), '2026-11-02T09:00:00.000Z');
  const { people, agencies } = api.founded;
  caseId = (await api.give('referrer', 'child-cases/record-referral', aReferral())).id;
  await api.give(
    'triage',
    'child-cases/decide-triage',
    aTriage('risk-assessment', { teamId: 'north' }),
    caseId,
  );
  await api.give('manager', 'child-cases/allocate-worker', anAllocation(people.worker as string), caseId);
  await api.give('worker', 'plan-actions/add-action', anAction(caseId, people['charity-worker'] as string));
  const request = {
    caseId,
    agencyId: agencies.police,
    question: 'Was the child seen with adults in May? (made up)',
    powers: ['children-act-2004-10'],
    purpose: 'To assess the risk (made up)',
  };
  requestId = (await api.give('worker', 'information-requests/request-information', request)).id;
});
afterAll(() => api.close());

describe('a request for information', () => {
  it('is read by the agency that is asked, with who the child is, and the case is not', async () => {
    const seen = await ask('member-police', `information-requests/${requestId}`);
    expect(seen).toMatchObject({ agencyName: expect.any(String), mayOpenCase: false });
    expect(seen.written[0].body).toMatchObject({ child: { name: 'Robin Example', birthDate: '2011-02-03' } });
    expect(await status('member-police', `child-cases/${caseId}`)).toBe(404);
    expect(await status('member-police', `history/${requestId}`)).not.toBe(200);
    expect(await status('member-health', `information-requests/${requestId}`)).toBe(404);
  });

  it('stands in the list of work of those who answer, by its question, without the id of a child’s record that they do not read', async () => {
    const { items } = await ask('member-police', 'work-queue');
    expect(items).toContainEqual(
      expect.objectContaining({
        recordId: requestId,
        step: 'information-answer',
        kind: 'informationRequest',
        childId: null,
      }),
    );
  });

  it('is in the case’s own view for those who hold it, with what may be begun there', async () => {
    const view = await ask('worker', `child-cases/${caseId}`);
    expect(view.onCase.requests).toMatchObject([{ id: requestId, state: 'asked' }]);
    const open = view.begins.filter((one: { available: boolean }) => one.available);
    expect(open.map((one: { command: string }) => one.command)).toEqual([
      'plan-actions/add-action',
      'information-requests/request-information',
      'challenges/raise-challenge',
      'notices/record-notice',
      'notices/record-notice',
      'service-episodes/refer-service',
      'intelligence/submit-intelligence',
    ]);
  });

  it('may be answered by the agency alone, and then says how long it took', async () => {
    api.time.now = '2026-11-03T09:00:00.000Z';
    await api.give(
      'member-police',
      'information-requests/answer-information',
      { outcome: 'given-in-part', answer: 'Twice (made up)', reason: 'The rest is not ours (made up)' },
      requestId,
    );
    const { items, agencies } = await ask('auditor', 'sharing-ledger?from=2026-11-01&to=2026-11-30');
    expect(items[0]).toMatchObject({
      what: 'asked',
      outcome: 'given-in-part',
      reason: 'The rest is not ours (made up)',
      hours: 24,
      power: expect.stringContaining('Children Act 2004'),
    });
    expect(agencies).toMatchObject([{ asked: 1, inPart: 1, given: 0, refused: 0, waiting: 0, hours: 24 }]);
  });
});

describe('the sharing ledger', () => {
  it('holds the sharing of a plan with the agencies that it went to', async () => {
    await api.give('worker', 'child-cases/assess-risk', anAssessment('low'), caseId);
    const { standing } = await ask('manager', `child-cases/${caseId}`);
    const grade = { assessmentId: standing.assessmentId, grade: 'low', noHarmReason: 'Made up' };
    await api.give('manager', 'child-cases/confirm-grade', grade, caseId);
    await api.give('manager', 'child-cases/agree-plan', { kind: 'interim' }, caseId);
    await api.give('worker', 'child-cases/share-plan', aSharing(), caseId);
    const { items } = await ask('worker', 'sharing-ledger?from=2026-11-01&to=2026-11-30');
    expect(items.map((one: { what: string }) => one.what)).toEqual(['shared', 'asked']);
    expect(items[0].agencies).toMatchObject([{ id: api.founded.agencies.charity }]);
  });

  it('is filtered by agency and by days', async () => {
    const { police, charity } = api.founded.agencies;
    const count = async (filter: string) => (await ask('auditor', `sharing-ledger?${filter}`)).items.length;
    expect(await count(`from=2026-11-01&to=2026-11-30&agencyId=${police}`)).toBe(1);
    expect(await count(`from=2026-11-01&to=2026-11-30&agencyId=${charity}`)).toBe(1);
    expect(await count('from=2026-10-01&to=2026-10-31')).toBe(0);
    expect(await status('auditor', 'sharing-ledger?from=2026-11-30&to=2026-11-01')).toBe(400);
  });

  it('comes page by page', async () => {
    const first = await ask('auditor', 'sharing-ledger?from=2026-11-01&to=2026-11-30&limit=1');
    const rest = await ask(
      'auditor',
      `sharing-ledger?from=2026-11-01&to=2026-11-30&limit=1&after=${first.next}`,
    );
    expect([...first.items, ...rest.items].map((one: { what: string }) => one.what)).toEqual([
      'shared',
      'asked',
    ]);
    expect(rest.next).toBeNull();
  });

  it('shows each reader the lines that he or she may see, and nobody else’s', async () => {
    const days = 'from=2026-11-01&to=2026-11-30';
    const seen = async (who: string) =>
      (await ask(who, `sharing-ledger?${days}`)).items.map((one: { what: string }) => one.what);
    expect(await seen('member-police')).toEqual(['asked']);
    expect(await seen('charity-worker')).toEqual(['shared']);
    expect(await seen('worker-south')).toEqual([]);
  });
});

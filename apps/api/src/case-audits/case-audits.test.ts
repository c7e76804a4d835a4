import { anAllocation, anAuditReturn, aReferral, aTriage } from '@mase/workflow/testing';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { type TestApi, testApi } from '../testing/test-api.js';

let api: TestApi;
let caseId: string;
let reference: string;
let audit: string;
let action: string;

beforeAll(async () => {
  api = await testApi(inject('MASE_TEST_SERVER'), '2026-11-02T09:00:00.000Z');
  const { people } = api.founded;
  const referral = aReferral({ child: { firstName: 'Zqaudited', lastName: 'Imagined' } });
  ({ id: caseId } = await api.give('referrer', 'child-cases/record-referral', referral));
  await api.give(
    'triage',
    'child-cases/decide-triage',
    aTriage('risk-assessment', { teamId: 'north' }),
    caseId,
  );
  await api.give('manager', 'child-cases/allocate-worker', anAllocation(people.worker as string), caseId);
  ({ reference } = (await api.ask('worker', 'GET', `/api/v1/child-cases/${caseId}`)).json());
  const commission = { caseId, auditorId: people['manager-south'], due: '2026-11-20', reason: 'Made up' };
  ({ id: audit } = await api.give('auditor', 'case-audits/commission-audit', commission));
});
afterAll(() => api.close());

const status = async (who: string, path: string) => (await api.ask(who, 'GET', `/api/v1/${path}`)).statusCode;
const json = async (who: string, path: string) => (await api.ask(who, 'GET', `/api/v1/${path}`)).json();

describe('an audit of a case', () => {
  it('opens the case and the child to its auditor by name, and to nobody else of that team', async () => {
    const { childId } = await json('auditor', `case-audits/${audit}`);
    expect(await status('manager-south', `child-cases/${caseId}`)).toBe(200);
    expect(await status('manager-south', `children/${childId}`)).toBe(200);
    expect(await status('worker-south', `child-cases/${caseId}`)).toBe(404);
    expect(await status('manager', `case-audits/${audit}`)).toBe(404);
  });

  it('stands in the auditor’s list of work with its day', async () => {
    const { items } = await json('manager-south', 'work-queue?limit=100');
    expect(items).toContainEqual(expect.objectContaining({ recordId: audit, step: 'audit-return' }));
  });

  it('comes back with four grades, is then read by the holding manager, and is counted by part and grade', async () => {
    await api.give('manager-south', 'case-audits/return-audit', anAuditReturn(), audit);
    expect(await status('manager', `case-audits/${audit}`)).toBe(200);
    expect(await status('worker', `case-audits/${audit}`)).toBe(404);
    const summary = await json('senior', 'case-audits/summary?from=2026-11-01&to=2026-11-30');
    expect(summary).toMatchObject({
      audits: 1,
      parts: { plan: { good: 0, 'requires-improvement': 1, inadequate: 0 } },
      themes: [{ theme: 'plan-and-review', audits: 1 }],
    });
    expect(JSON.stringify(summary)).not.toContain('Zqaudited');
    const before = await json('senior', 'case-audits/summary?from=2026-10-01&to=2026-10-31');
    expect(before.audits).toBe(0);
    expect(await status('manager', 'case-audits/summary?from=2026-11-01&to=2026-11-30')).toBe(403);
  });

  it('is a line of a file for those who read it, and of nobody else’s', async () => {
    const { body } = await api.ask('auditor', 'GET', '/api/v1/case-audits?format=csv');
    expect(body.split('\r\n').find((line) => line.includes(reference))).toContain('awaiting moderation');
    const other = await api.ask('worker', 'GET', '/api/v1/case-audits?format=csv');
    expect(other.statusCode).toBe(200);
    expect(other.body).not.toContain(reference);
  });
});

describe('an action from an audit', () => {
  it('shows its owner what is to be done, and nothing of whose case it came from', async () => {
    const { people } = api.founded;
    const body = {
      ...{ auditId: audit, caseId, part: 'plan', what: 'Date every action (made up)', due: '2026-12-01' },
      ...{ proofWanted: 'The plan (made up)', ownerId: people['charity-worker'] },
    };
    ({ id: action } = await api.give('auditor', 'audit-actions/add-action', body));
    const own = await api.ask('charity-worker', 'GET', `/api/v1/audit-actions/${action}`);
    expect(own.json()).toMatchObject({ what: 'Date every action (made up)', from: null });
    for (const hint of ['Zqaudited', reference, caseId, audit]) expect(own.body).not.toContain(hint);
    expect(await status('charity-worker', `child-cases/${caseId}`)).toBe(404);
    const lead = await json('auditor', `audit-actions/${action}`);
    expect(lead.from).toMatchObject({ auditId: audit, caseId, reference });
  });

  it('is a line in its owner’s list until the proof is accepted', async () => {
    const queued = async () =>
      (await json('charity-worker', 'work-queue?limit=100')).items.some(
        (one: { recordId: string }) => one.recordId === action,
      );
    expect(await queued()).toBe(true);
    const { body: list } = await api.ask('charity-worker', 'GET', '/api/v1/work-queue?limit=100');
    const { body: told } = await api.ask('charity-worker', 'GET', '/api/v1/messages');
    for (const hint of ['Zqaudited', reference, caseId, audit]) {
      expect(list).not.toContain(hint);
      expect(told).not.toContain(hint);
    }
    await api.give('charity-worker', 'audit-actions/give-proof', { proof: 'Done (made up)' }, action);
    await api.give('senior', 'audit-actions/answer-proof', { answer: 'accepted', words: 'Seen' }, action);
    expect(await queued()).toBe(false);
    const { body } = await api.ask('charity-worker', 'GET', '/api/v1/audit-actions?format=csv');
    expect(body).toContain('Date every action (made up)');
    expect(body).not.toContain(reference);
  });
});

import { markJudgements, openStore } from '@mase/store';
import { openOwner } from '@mase/store/testing';
import type { JudgementList } from '@mase/workflow';
import { aDiscussion, anAllocation, anAssessment, aReferral, aTriage } from '@mase/workflow/testing';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { type TestApi, testApi } from '../testing/test-api.js';
import type { JudgementLine } from './judgement-list.js';

let api: TestApi;
const cases: Partial<Record<JudgementList, string>> = {};
const noHarm = [
  { kind: 'online', certainty: 'none-known', time: 'current', basis: 'Nothing known' },
] as const;

async function assessed(payload: object): Promise<{ id: string; assessmentId: string }> {
  const { id } = await api.give('referrer', 'child-cases/record-referral', aReferral());
  await api.give('triage', 'child-cases/decide-triage', aTriage('risk-assessment', { teamId: 'north' }), id);
  const { worker } = api.founded.people as { worker: string };
  await api.give('manager', 'child-cases/allocate-worker', anAllocation(worker), id);
  const { entry } = await api.give('worker', 'child-cases/assess-risk', payload, id);
  return { id, assessmentId: entry };
}

const discuss = (id: string, over: object) =>
  api.give('manager', 'child-cases/record-strategy-discussion', aDiscussion(over as object), id);

beforeAll(async () => {
  api = await testApi(inject('MASE_TEST_SERVER'), '2026-11-02T09:00:00.000Z');
  const below = await assessed(
    anAssessment('medium', { proposed: 'low', belowFloorReason: 'The worker’s made-up reason' }),
  );
  await api.give(
    'senior',
    'child-cases/confirm-grade',
    {
      assessmentId: below.assessmentId,
      grade: 'low',
      secondSignatureReason: 'The second person’s',
      noHarmReason: 'x',
    },
    below.id,
  );
  const unnamed = await assessed(anAssessment('high', { harm: [...noHarm] }));
  await api.give(
    'manager',
    'child-cases/confirm-grade',
    { assessmentId: unnamed.assessmentId, grade: 'high', noHarmReason: 'A slip of the made-up form' },
    unnamed.id,
  );
  const harmed = await assessed(anAssessment('high'));
  await discuss(harmed.id, {
    outcome: 'threshold-not-met',
    summary: '=1+1 Made up: why not',
    crimeReference: 'MU/1',
  });
  const bare = await assessed(anAssessment('high'));
  await discuss(bare.id, { outcome: 'no-section-47', noCrimeReason: 'Made up: no crime yet' });
  Object.assign(cases, {
    'below-floor': below.id,
    'no-harm': unnamed.id,
    'threshold-not-met': harmed.id,
    'no-crime-reference': bare.id,
  });
  // Judgements without any of these: they stand in no list.
  const plain = await assessed(anAssessment('low'));
  await api.give(
    'manager',
    'child-cases/confirm-grade',
    { assessmentId: plain.assessmentId, grade: 'low' },
    plain.id,
  );
});
afterAll(() => api.close());

const ask = (who: string, list: string, more = '') =>
  api.ask(who, 'GET', `/api/v1/judgement-lists?list=${list}&from=2026-11-01&to=2026-11-30${more}`);
const read = async (who: string, list: string) => (await ask(who, list)).json().items as JudgementLine[];

describe('judgements that somebody else looks at', () => {
  it.each([
    ['below-floor', ['The worker’s made-up reason', 'The second person’s']],
    ['no-harm', ['A slip of the made-up form']],
    ['threshold-not-met', ['=1+1 Made up: why not']],
    ['no-crime-reference', ['Made up: no crime yet']],
  ] as const)('%s is listed to the chair and the auditor, with the reasons', async (list, reasons) => {
    for (const who of ['chair', 'auditor', 'senior']) {
      const found = (await read(who, list)).filter(({ caseId }) => caseId === cases[list]);
      expect(found, who).toMatchObject([{ reasons: expect.arrayContaining([...reasons]) }]);
    }
    const others = (await read('auditor', list)).filter(({ caseId }) => caseId !== cases[list]);
    expect(others).toEqual([]);
  });

  it('are for nobody else: a worker of another team is refused', async () => {
    for (const who of ['worker-south', 'worker', 'manager', 'coordinator', 'member-health'])
      expect((await ask(who, 'below-floor')).statusCode, who).toBe(403);
  });

  it('let the chair open the case that never came before the panel, and no other', async () => {
    const open = async (id = '') => (await api.ask('chair', 'GET', `/api/v1/child-cases/${id}`)).statusCode;
    expect(await open(cases['below-floor'])).toBe(200);
    const { id } = await assessed(anAssessment('low'));
    expect(await open(id)).toBe(404);
  });

  it('count the days in which they were recorded, and come page by page', async () => {
    const days = (from: string, to: string) =>
      api.ask('auditor', 'GET', `/api/v1/judgement-lists?list=no-harm&from=${from}&to=${to}`);
    expect((await days('2026-10-01', '2026-10-31')).json().items).toEqual([]);
    expect((await days('2026-11-30', '2026-11-01')).statusCode).toBe(400);
    expect((await ask('auditor', 'no-harm', '&limit=1')).json()).toMatchObject({ items: [{}], next: null });
  });

  it('come as a file with every line of the days, formulas inert, for the same people', async () => {
    const file = (who: string, list: string) =>
      api.ask(who, 'GET', `/api/v1/judgement-lists?list=${list}&from=2026-11-01&to=2026-11-30&format=csv`);
    const { body, headers } = await file('auditor', 'threshold-not-met');
    expect(headers['content-type']).toMatch('text/csv');
    expect(body.trimEnd().split('\r\n')).toHaveLength(2);
    expect(body).toContain(`'=1+1 Made up: why not`);
    expect(body).toContain(cases['threshold-not-met']);
    expect((await file('manager', 'threshold-not-met')).statusCode).toBe(403);
  });

  it('open cases to the chair that were judged before they were marked, each once, by the worker', async () => {
    const judged = Object.values(cases);
    await openOwner(api.database.connections.owner, async (client) => {
      await client.query(
        "update record set standing = (standing::jsonb - 'forChair')::text where id = any ($1::uuid[])",
        [judged],
      );
      await client.query(
        "delete from case_reader where record_id = any ($1::uuid[]) and principal in ('role:chair', 'role:deputy-chair')",
        [judged],
      );
    });
    const opens = () =>
      Promise.all(
        judged.map(async (id) => (await api.ask('chair', 'GET', `/api/v1/child-cases/${id}`)).statusCode),
      );
    expect(await opens()).toEqual([404, 404, 404, 404]);
    const worker = await openStore(api.database.connections.worker, { clock: () => api.time.now });
    try {
      expect(await markJudgements(worker, api.store)).toBe(4);
      expect(await opens()).toEqual([200, 200, 200, 200]);
      expect(await markJudgements(worker, api.store)).toBe(0);
    } finally {
      await worker.close();
    }
  });

  it('are nobody’s who is not named once the case is restricted', async () => {
    const reader = { reason: 'Made up', readers: [] };
    await api.give('manager', 'child-cases/restrict', reader, cases['no-crime-reference']);
    expect(await read('chair', 'no-crime-reference')).toEqual([]);
  });
});

import { anAction, anAllocation, anAssessment, aReferral, aTriage } from '@mase/workflow/testing';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { type TestApi, testApi } from '../testing/test-api.js';

let api: TestApi;
beforeAll(async () => {
  api = await testApi(inject('MASE_TEST_SERVER'), '2026-11-02T09:00:00.000Z');
});
afterAll(() => api.close());

const canary = (field: string) => `Zzfirst ${field}`;

/** A first assessment whose every free text can be told again wherever it stands. */
function tellTale() {
  const body = anAssessment('high');
  return {
    ...body,
    answers: body.answers.map((one) => ({
      ...one,
      evidence: { source: canary('source'), date: '2026-10-20', text: canary('evidence') },
    })),
    levels: body.levels.map((one) => ({ ...one, note: canary('note') })),
    protective: [{ domain: 'trust-in-adults', text: canary('protective') }],
    harm: body.harm.map((one) => ({ ...one, basis: canary('basis') })),
    reasons: canary('reasons'),
    analysis: canary('analysis'),
    childView: canary('view'),
  };
}

/** A case at a proposed high grade; the second assessor is asked where one is named. */
async function assessed(assessor: string | null = 'worker-south') {
  const { people } = api.founded;
  const { id } = await api.give('referrer', 'child-cases/record-referral', aReferral());
  await api.give('triage', 'child-cases/decide-triage', aTriage('risk-assessment', { teamId: 'north' }), id);
  await api.give('manager', 'child-cases/allocate-worker', anAllocation(people.worker as string), id);
  await api.give('worker', 'plan-actions/add-action', anAction(id, people.worker as string));
  const first = await api.give('worker', 'child-cases/assess-risk', tellTale(), id);
  if (assessor) {
    const body = { assessorId: people[assessor] };
    await api.give('manager', 'child-cases/ask-blind-assessment', body, id);
  }
  return { id, first: first.entry };
}

/** Every value under a name that could tell a grade or a level, wherever it stands. */
function told(value: unknown): unknown[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => [
    ...(/^(grade|proposed|confirmed|suggested|rulingGrade|raised|comparisons?|harm|levels|floors?|result)$/.test(
      key,
    ) &&
    inner !== null &&
    Object.keys(inner).length !== 0
      ? [{ [key]: inner }]
      : []),
    ...told(inner),
  ]);
}

describe('a blind second assessment', () => {
  it('shows whoever makes it nothing of the first, in no answer of the api, before it is made', async () => {
    const { id, first } = await assessed();
    const view = await api.view('worker-south', 'child-cases', id);
    expect(view).toMatchObject({ classes: ['safety'], withheld: ['case', 'sheet', 'disruption'] });
    const childId = (view as unknown as { childId: string }).childId;
    const addresses = [
      `child-cases/${id}`,
      'child-cases',
      'child-cases?grade=high',
      `child-cases/${id}/assessment-form`,
      `child-cases/${id}/possible-matches`,
      `children/${childId}`,
      'children',
      `history/${id}`,
      'work-queue',
      'messages',
      'plan-actions',
      'sittings',
      'users',
    ];
    for (const address of addresses) {
      const answer = await api.ask('worker-south', 'GET', `/api/v1/${address}`);
      expect([200, 403, 404], address).toContain(answer.statusCode);
      expect(answer.body, address).not.toContain('Zzfirst');
      expect(answer.body, address).not.toContain(first);
      const { instruments: _questions, floors: _area, grades: _names, ...about } = answer.json();
      expect([address, told(about)]).toEqual([address, []]);
    }
    // The same is there to be seen by those who read the case: the test could find it.
    const open = await api.ask('worker', 'GET', `/api/v1/child-cases/${id}`);
    expect(open.body).toContain('Zzfirst');
    expect(told(open.json())).not.toEqual([]);
  });

  it('has a form that asks the questions of the first instrument and version alone', async () => {
    const { id } = await assessed();
    const form = (await api.ask('worker-south', 'GET', `/api/v1/child-cases/${id}/assessment-form`)).json();
    expect(form).toMatchObject({
      last: null,
      harm: {},
      instruments: [{ id: 'structured-judgement-1' }],
      allowed: [{ command: 'child-cases/assess-blind', available: true }],
    });
    expect(form.instruments).toHaveLength(1);
    const other = await api.ask('charity-worker', 'GET', `/api/v1/child-cases/${id}/assessment-form`);
    expect(other.statusCode).toBe(404);
  });

  it('is refused in words that tell nothing of the first', async () => {
    const { id, first } = await assessed();
    const headers = { 'if-match': `"${await api.versionOf(id)}"` };
    for (const body of [
      anAssessment('none', { harm: [] }),
      anAssessment('medium', { proposed: 'low' }),
      anAssessment('low', { instrument: 'nobody' }),
    ]) {
      const url = `/api/v1/child-cases/${id}/assess-blind`;
      const answer = await api.ask('worker-south', 'POST', url, body, headers);
      expect(answer.statusCode).toBe(409);
      expect(answer.body).not.toMatch(new RegExp(`Zzfirst|${first}|high|suspected|confirmed`));
    }
  });

  it('once it is made, ends what its maker reads after 28 days, and stands beside the first for those who read the case', async () => {
    const { id, first } = await assessed();
    const mine = anAssessment('medium', { reasons: 'Zzsecond reasons' });
    const done = await api.give('worker-south', 'child-cases/assess-blind', mine, id);
    expect(JSON.stringify(done)).not.toMatch(/Zzfirst|high/);
    const after = await api.ask('worker-south', 'GET', `/api/v1/child-cases/${id}`);
    expect(after.json()).toMatchObject({ classes: ['safety'] });
    expect(after.body).not.toMatch(/Zzfirst|Zzsecond/);
    const form = await api.ask('worker-south', 'GET', `/api/v1/child-cases/${id}/assessment-form`);
    expect(form.statusCode).toBe(403);
    api.time.now = new Date(Date.parse(api.time.now) + 29 * 86_400_000).toISOString();
    expect((await api.ask('worker-south', 'GET', `/api/v1/child-cases/${id}`)).statusCode).toBe(404);
    const { written, standing } = (await api.view('worker', 'child-cases', id)) as unknown as {
      written: { kind: string; body: { proposal?: string; besideProposal?: string; reasons?: string } }[];
      standing: { proposed: { grade: string; assessmentId: string } };
    };
    const second = written.find(({ kind }) => kind === 'blind-assessment');
    expect(second?.body).toMatchObject({ besideProposal: first, reasons: 'Zzsecond reasons' });
    expect(standing.proposed).toMatchObject({ grade: 'high', assessmentId: first });
  });

  it('cannot be asked of somebody who reads the case', async () => {
    const { id } = await assessed(null);
    const headers = { 'if-match': `"${await api.versionOf(id)}"` };
    const url = `/api/v1/child-cases/${id}/ask-blind-assessment`;
    const asked = (who: string) =>
      api.ask('manager', 'POST', url, { assessorId: api.founded.people[who] }, headers);
    for (const who of ['worker', 'worker-two', 'manager-two'])
      expect((await asked(who)).json().errors).toMatchObject([{ code: 'readsCase' }]);
    expect((await asked('auditor')).json().errors).toMatchObject([{ code: 'noAssessor' }]);
  });
});

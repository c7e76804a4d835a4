import { anAllocation, anAssessment, aReferral, aTriage } from '@mase/workflow/testing';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { type TestApi, testApi } from '../testing/test-api.js';

let api: TestApi;
beforeAll(async () => {
  api = await testApi(inject('MASE_TEST_SERVER'), '2026-11-02T09:00:00.000Z');
});
afterAll(() => api.close());

/** A case whose worker proposed a grade: its id, its version and the assessment. */
async function proposed(grade: 'low' | 'medium' | 'high' = 'medium') {
  const { id } = await api.give('referrer', 'child-cases/record-referral', aReferral());
  await api.give('triage', 'child-cases/decide-triage', aTriage('risk-assessment', { teamId: 'north' }), id);
  await api.give(
    'manager',
    'child-cases/allocate-worker',
    anAllocation(api.founded.people.worker as string),
    id,
  );
  const { entry, version } = await api.give('worker', 'child-cases/assess-risk', anAssessment(grade), id);
  return {
    id,
    version,
    body: { assessmentId: entry, grade },
    url: `/api/v1/child-cases/${id}/confirm-grade`,
  };
}

const match = (version: number) => ({ 'if-match': `"${version}"` });

describe('confirm-grade', () => {
  it('ten people confirm the same grade at once: one succeeds and nine are told that it changed meanwhile', async () => {
    const { url, version, body, id } = await proposed();
    const people = ['manager', 'manager-two', 'senior'];
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_one, index) =>
        api.ask(people[index % 3] as string, 'POST', url, body, match(version)),
      ),
    );
    const statuses = answers.map((answer) => answer.statusCode).sort();
    expect(statuses).toEqual([200, ...Array.from({ length: 9 }, () => 412)]);
    for (const answer of answers.filter((one) => one.statusCode === 412)) {
      expect(answer.headers.etag).toBe(`"${version + 1}"`);
      expect(answer.json()).toMatchObject({
        code: 'VERSION_STALE',
        version: version + 1,
        state: { work: 'planning' },
      });
      expect(answer.json().detail).toContain('Nothing of yours was stored');
    }
    const history = await api.ask('manager', 'GET', `/api/v1/history/${id}`);
    const confirmed = history
      .json()
      .items.filter((one: { command: string }) => one.command === 'child-cases/confirm-grade');
    expect(confirmed).toHaveLength(1);
  });

  it('two people at one record: the second sees both versions and can send it again with the new one', async () => {
    const { url, version, body } = await proposed();
    expect((await api.ask('manager', 'POST', url, body, match(version))).statusCode).toBe(200);
    const late = await api.ask('manager-two', 'POST', url, body, match(version));
    expect([late.statusCode, late.json().version]).toEqual([412, version + 1]);
    const again = await api.ask('manager-two', 'POST', url, body, match(late.json().version));
    expect(again.statusCode).toBe(409);
    expect(again.json().missing).toMatchObject([{ code: 'proposedGrade', who: 'the worker' }]);
  });

  it('the worker who proposed a grade cannot confirm it, and is told who can', async () => {
    const { url, version, body } = await proposed();
    const answer = await api.ask('worker', 'POST', url, body, match(version));
    expect(answer.statusCode).toBe(403);
    expect(answer.json().detail).toContain('a manager of the team holding the case');
  });

  it('another grade than the one proposed asks for reasons, and what may be done instead is named', async () => {
    const { url, version, body } = await proposed('low');
    const answer = await api.ask('manager', 'POST', url, { ...body, grade: 'medium' }, match(version));
    expect(answer.statusCode).toBe(409);
    expect(answer.json().errors).toMatchObject([{ pointer: '/reasons', code: 'reasons' }]);
    expect(answer.json().allowed).toContainEqual(
      expect.objectContaining({ command: 'child-cases/confirm-grade', choice: 'low', available: true }),
    );
  });

  it('an assessment made since the page was opened is pointed at', async () => {
    const { url, body, id } = await proposed();
    const { version } = await api.give('worker', 'child-cases/assess-risk', anAssessment('high'), id);
    const answer = await api.ask('manager', 'POST', url, body, match(version));
    expect(answer.statusCode).toBe(409);
    expect(answer.json().errors).toMatchObject([
      { pointer: '/assessmentId', code: 'otherAssessment' },
      { pointer: '/reasons' },
    ]);
  });

  it('a grade that is none of the four is refused with the place of the fault', async () => {
    const { url, version, body } = await proposed();
    const answer = await api.ask('manager', 'POST', url, { ...body, grade: 'extreme' }, match(version));
    expect(answer.statusCode).toBe(400);
    expect(answer.json().errors).toEqual([
      { pointer: '/grade', code: 'isIn', detail: 'Choose one of: none, low, medium, high.' },
    ]);
  });

  it('a text that names another grade raises a question: beside the answer to a rise, before anything else is confirmed', async () => {
    const { id } = await proposed('low');
    const url = `/api/v1/child-cases/${id}`;
    const high = anAssessment('medium', { reasons: 'At high risk, they write.' });
    const raised = await api.give('worker', 'child-cases/assess-risk', high, id);
    expect(raised).toMatchObject({ questions: [{ code: 'contradiction/reasons/high' }] });
    const body = { assessmentId: raised.entry, grade: 'medium' };
    const asked = await api.ask('manager', 'POST', `${url}/confirm-grade`, body, match(raised.version));
    expect([asked.statusCode, asked.json().errors]).toMatchObject([
      409,
      [{ pointer: '/contradictions', code: 'contradiction/assessment-reasons/high' }],
    ]);
    const contradictions = [{ about: 'assessment-reasons', says: 'high', answer: 'quoted' }];
    const done = await api.give('manager', 'child-cases/confirm-grade', { ...body, contradictions }, id);
    expect(done).not.toHaveProperty('questions');
  });
});

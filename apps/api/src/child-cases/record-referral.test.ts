import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { type TestApi, testApi } from '../testing/test-api.js';

let api: TestApi;
beforeAll(async () => {
  api = await testApi(inject('MASE_TEST_SERVER'));
});
afterAll(() => api.close());

const referral = {
  seenOrSaid: 'An adult nobody knows waits for Robin after school.',
  immediateDanger: false,
  child: { firstName: 'Robin', lastName: 'Synthetic', birthDate: '2011-05-04' },
};

describe('record-referral', () => {
  it('a teacher records a referral and triage finds it in its list', async () => {
    const recorded = await api.give('referrer', 'child-cases/record-referral', referral);
    const queue = await api.ask('triage', 'GET', '/api/v1/work-queue');
    expect(queue.json().items).toMatchObject([
      { recordId: recorded.id, step: 'triage-decision', title: 'Robin Synthetic' },
    ]);
    const seen = await api.view('triage', 'child-cases', recorded.id);
    expect(seen).toMatchObject({
      state: { work: 'awaitingTriage', panel: 'notListed' },
      withheld: ['disruption'],
    });
    const own = await api.view('referrer', 'child-cases', recorded.id);
    expect(own).toMatchObject({ classes: ['receipt'] });
    expect(own.standing).toBeUndefined();
  });

  it('a referral without words of what was seen is refused with the place of each fault', async () => {
    const answer = await api.ask(
      'referrer',
      'POST',
      '/api/v1/child-cases/record-referral',
      { immediateDanger: 'perhaps' },
      { 'idempotency-key': 'faulty-one' },
    );
    expect(answer.statusCode).toBe(400);
    expect(answer.headers['content-type']).toContain('application/problem+json');
    expect(answer.json().errors.map((one: { pointer: string }) => one.pointer)).toEqual(
      expect.arrayContaining(['/seenOrSaid', '/immediateDanger']),
    );
  });

  it('the same key records it once, and another payload under that key is refused', async () => {
    const headers = { 'idempotency-key': 'once-and-only-once' };
    const first = await api.ask('referrer', 'POST', '/api/v1/child-cases/record-referral', referral, headers);
    const again = await api.ask('referrer', 'POST', '/api/v1/child-cases/record-referral', referral, headers);
    expect([first.statusCode, again.statusCode]).toEqual([201, 201]);
    expect(again.json()).toMatchObject({ id: first.json().id, repeated: true });
    const other = await api.ask(
      'referrer',
      'POST',
      '/api/v1/child-cases/record-referral',
      { ...referral, immediateDanger: true },
      headers,
    );
    expect(other.statusCode).toBe(422);
  });

  it('nobody who is not signed in records anything', async () => {
    const answer = await api.ask(null, 'POST', '/api/v1/child-cases/record-referral', referral);
    expect(answer.statusCode).toBe(401);
  });
});

import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { type TestApi, testApi } from '../testing/test-api.js';

let api: TestApi;

beforeAll(async () => {
  api = await testApi(inject('MASE_TEST_SERVER'), '2026-11-03T09:00:00.000Z');
});
afterAll(() => api.close());

const refer = async (firstName: string, danger = false) =>
  (
    await api.give('referrer', 'child-cases/record-referral', {
      seenOrSaid: `Made-up words about ${firstName}`,
      immediateDanger: danger,
      child: { firstName, lastName: 'Synthetic' },
    })
  ).id;

describe('the session of a day at triage', () => {
  it('shows what waits, which checks came back, who was there and what was decided, on one screen, immediate danger first', async () => {
    const first = await refer('Robin');
    const waiting = await refer('Sorrel');
    api.time.now = '2026-11-03T10:00:00.000Z';
    const second = await refer('Linden', true);
    const check = { agency: 'Made-up surgery', result: 'information', words: 'Seen twice in October' };
    await api.give('triage-officer', 'child-cases/record-check', check, first);
    await api.give('triage', 'child-cases/record-check', { agency: 'School', result: 'awaited' }, first);
    const decision = {
      outcome: 'risk-assessment',
      reasons: 'Made up',
      policeView: 'given',
      policeViewText: 'Nothing held',
      teamId: 'north',
      present: ['Tess Triage, council', 'Olly Officer, police'],
    };
    await api.give('triage', 'child-cases/decide-triage', decision, first);
    const seen = (await api.ask('triage', 'GET', '/api/v1/child-cases/triage-session')).json();
    expect(seen.day).toBe('2026-11-03');
    expect(seen.present).toEqual(['Olly Officer, police', 'Tess Triage, council']);
    expect(seen.waiting.map((one: { id: string; danger: boolean }) => [one.id, one.danger])).toEqual([
      [second, true],
      [waiting, false],
    ]);
    expect(seen.decided).toHaveLength(1);
    expect(seen.decided[0]).toMatchObject({ id: first, decision: { outcome: 'risk-assessment' } });
    expect(seen.decided[0].checks.map((one: { agency: string }) => one.agency)).toEqual([
      'Made-up surgery',
      'School',
    ]);
  });

  it('of another day shows what was decided then, and what waits now', async () => {
    api.time.now = '2026-11-04T09:00:00.000Z';
    const today = (await api.ask('triage', 'GET', '/api/v1/child-cases/triage-session')).json();
    expect([today.waiting.length, today.decided.length]).toEqual([2, 0]);
    const before = await api.ask('triage', 'GET', '/api/v1/child-cases/triage-session?day=2026-11-03');
    expect(before.json().decided).toHaveLength(1);
  });

  it('is not for those who neither decide nor look over it', async () => {
    const asked = await api.ask('worker', 'GET', '/api/v1/child-cases/triage-session');
    expect(asked.statusCode).toBe(403);
  });
});

import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { type TestApi, testApi } from '../testing/test-api.js';

let api: TestApi;
const standard = (agency: string, over: object = {}) => ({
  ...{ number: '4.2', title: 'Every child is heard', asks: 'The view is recorded (made up)' },
  ...{
    agencyId: api.founded.agencies[agency],
    leadId: api.founded.people.manager,
    due: '2027-01-10',
    ...over,
  },
});
const json = async (who: string, path: string) => (await api.ask(who, 'GET', `/api/v1/${path}`)).json();

beforeAll(async () => {
  api = await testApi(inject('MASE_TEST_SERVER'), '2026-11-02T09:00:00.000Z');
});
afterAll(() => api.close());

describe('the register of standards', () => {
  it('lists the standards of one agency, of one judgement, and leaves as a file with the same filters', async () => {
    const { id } = await api.give('auditor', 'quality-standards/add-standard', standard('health'));
    await api.give('auditor', 'quality-standards/add-standard', standard('police', { number: '7' }));
    const judged = { rating: 'amber', evidence: 'Made up', on: '2026-11-01', due: '2027-05-01' };
    await api.give('manager', 'quality-standards/judge-standard', judged, id);
    const of = async (query: string) => (await json('chair', `quality-standards?${query}`)).items;
    expect(await of('')).toHaveLength(2);
    expect(await of(`agencyId=${api.founded.agencies.health}`)).toMatchObject([
      { id, rating: 'amber', on: '2026-11-01', dueOn: '2027-05-01', leadName: expect.any(String) },
    ]);
    expect(await of('rating=amber')).toMatchObject([{ id }]);
    expect(await of(`rating=amber&agencyId=${api.founded.agencies.police}`)).toEqual([]);
    const file = await api.ask('chair', 'GET', '/api/v1/quality-standards?rating=amber&format=csv');
    expect(file.body.trim().split('\n')).toHaveLength(2);
    expect((await api.ask('chair', 'GET', '/api/v1/quality-standards?rating=blue')).statusCode).toBe(400);
  });

  it('is nobody’s who neither steers nor leads', async () => {
    for (const who of ['referrer', 'worker', 'advocate'])
      expect([who, (await json(who, 'quality-standards')).items]).toEqual([who, []]);
  });

  it('stands in the lead’s list of work with its day', async () => {
    const { items } = await json('manager', 'work-queue?limit=100');
    expect(items.map(({ step }: { step: string }) => step)).toContain('standard-review');
  });
});

describe('the numbers of a register', () => {
  it('count people by trade and by where they came from, without what was withdrawn', async () => {
    const session = (on: string, n: number) => ({
      ...{ title: 'Seeing harm early', on, audience: 'licensed-trades', trade: 'taxis-and-private-hire' },
      ...{ attended: [{ from: 'Drivers', n }], givenBy: 'Made-up trainers' },
    });
    const give = (on: string, n: number) =>
      api.give('licensing', 'training-sessions/record-session', session(on, n));
    await give('2026-10-01', 14);
    await give('2026-10-20', 6);
    await give('2026-08-20', 50);
    const { id } = await give('2026-10-21', 99);
    await api.give('licensing', 'training-sessions/withdraw-session', { reason: 'Made up' }, id);
    const summary = await json('worker', 'training-sessions/summary?from=2026-10-01&to=2026-10-31');
    expect(summary).toMatchObject({ entries: 2 });
    expect(summary.lines).toContainEqual({ by: 'people-by-trade', code: 'taxis-and-private-hire', n: 20 });
    expect(summary.lines).toContainEqual({ by: 'people-by-origin', code: 'Drivers', n: 20 });
    expect(summary.lines).toContainEqual({ by: 'sessions-by-audience', code: 'licensed-trades', n: 2 });
  });

  it('count what children say by theme, by month', async () => {
    const said = (month: string, says: string) =>
      api.give('worker', 'service-feedback/record-service-feedback', {
        ...{ giver: 'child', theme: 'privacy', says, way: 'group', month, words: 'Knock first (made up)' },
      });
    await said('2026-09', 'good');
    await said('2026-10', 'not-good');
    await said('2026-10', 'not-good');
    const { lines } = await json('advocate', 'service-feedback/summary?from=2026-10-15&to=2026-10-31');
    expect(lines).toEqual([
      { by: 'giver', code: 'child', n: 2 },
      { by: 'not-good', code: 'privacy', n: 2 },
    ]);
    expect((await json('advocate', 'service-feedback?says=not-good')).items).toHaveLength(2);
  });
});

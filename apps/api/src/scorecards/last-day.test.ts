import { aReferral, aTriage } from '@mase/workflow/testing';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { type TestApi, testApi } from '../testing/test-api.js';

let api: TestApi;
const quarter = 'from=2026-01-01&to=2026-03-31';
const later = 'from=2026-04-01&to=2026-06-30';

interface Line {
  part: string;
  period: { n: number; of: number | null };
}
const figureOf = async (scorecard: string, figure: string, days: string) => {
  const answer = await api.ask('auditor', 'GET', `/api/v1/scorecard?scorecard=${scorecard}&${days}`);
  expect(answer.statusCode, answer.body).toBe(200);
  const found = answer.json().figures.find(({ id }: { id: string }) => id === figure);
  const lines = found.lines.filter(({ period }: Line) => period.n > 0 || (period.of ?? 0) > 0);
  return {
    all: found.period,
    lines: Object.fromEntries(lines.map(({ part, period }: Line) => [part, period.n])),
  };
};

/** A case that the north team took on, and its child. */
async function taken(): Promise<{ caseId: string; childId: string }> {
  const { id } = await api.give('referrer', 'child-cases/record-referral', aReferral());
  await api.give('triage', 'child-cases/decide-triage', aTriage('risk-assessment', { teamId: 'north' }), id);
  const { childId } = await api.view('coordinator', 'child-cases', id);
  return { caseId: id, childId };
}
const change = { reason: 'Made-up words', handover: 'Made-up words', introduction: 'Made-up words' };
const allocate = (caseId: string, who: string, more: object = {}) =>
  api.give('manager', 'child-cases/allocate-worker', { workerId: api.founded.people[who], ...more }, caseId);
const inCare = (childId: string, legalStatus: string, since: string) =>
  api.give('coordinator', 'children/record-status', { legalStatus, placement: 'U1', since }, childId);
const under = (childId: string, status: string, more: { since: string; until?: string }) =>
  api.give('coordinator', 'children/record-status-line', { status, ...more }, childId);

beforeAll(async () => {
  api = await testApi(inject('MASE_TEST_SERVER'), '2026-03-02T09:00:00.000Z');
  const [first, second, third] = [await taken(), await taken(), await taken()];
  await allocate(first.caseId, 'worker');
  await allocate(second.caseId, 'worker');
  await inCare(first.childId, 'V2', '2026-02-01');
  await under(first.childId, 'child-in-need', { since: '2026-02-01' });
  const { id: double } = await api.give('coordinator', 'children/record-child', {
    ...{ firstName: 'Robin', from: 'A return' },
  });
  await under(double, 'marac', { since: '2026-02-01' });
  const { id: amber } = await api.give('intelligence', 'person-cases/nominate', {
    person: { name: 'Person Amber-04', birthDate: '1991-02-11' },
    bases: [{ code: 'disclosure' }],
    why: 'Made-up words',
  });
  await api.give('intelligence', 'person-cases/start-screening', {}, amber);
  const accepted = { necessity: 'Made-up words', duplicateCheck: 'none-found' };
  await api.give('intelligence', 'person-cases/accept-nomination', accepted, amber);

  // Everything below came after the quarter.
  api.time.now = '2026-04-20T09:00:00.000Z';
  await allocate(second.caseId, 'worker-two', change);
  await allocate(third.caseId, 'worker-two');
  await inCare(first.childId, 'C2', '2026-04-10');
  await inCare(second.childId, 'C1', '2026-04-12');
  await under(first.childId, 'child-in-need', { since: '2026-02-01', until: '2026-04-09' });
  await under(second.childId, 'protection-plan', { since: '2026-04-12' });
  const twice = { childId: double, reasons: 'One school (made up)' };
  await api.give('coordinator', 'children/merge-children', twice, third.childId);
  const agreed = { decision: 'approve', childId: double };
  await api.give('triage', 'children/decide-merge', agreed, third.childId);
  const view = { of: 'child', words: 'Made-up words of a child', how: 'On a walk' };
  await api.give('worker', 'child-cases/record-view', view, first.caseId);
  const raised = { gravity: 'most-serious', access: 'some', override: 'high', reasons: 'Made-up words' };
  await api.give('intelligence', 'person-cases/set-priority', raised, amber);
  api.time.now = '2026-07-01T09:00:00.000Z';
}, 300_000);
afterAll(() => api.close());

describe('a quarter that is over, asked after children and cases have moved on', () => {
  it('says who held the cases on its last day, not who holds them now', async () => {
    expect(await figureOf('caseload', 'waiting', quarter)).toMatchObject({ all: { n: 1, of: 3 } });
    expect(await figureOf('caseload', 'per-worker', quarter)).toMatchObject({ all: { n: 2, of: 1 } });
    expect(await figureOf('caseload', 'waiting', later)).toMatchObject({ all: { n: 0, of: 3 } });
    expect(await figureOf('caseload', 'per-worker', later)).toMatchObject({ all: { n: 3, of: 2 } });
  });

  it('says under which legal status children were on its last day: a child who came into care since was not', async () => {
    expect((await figureOf('cohort', 'legal-status', quarter)).lines).toEqual({
      V2: 1,
      'not-looked-after': 2,
    });
    expect((await figureOf('cohort', 'legal-status', later)).lines).toEqual({
      C2: 1,
      C1: 1,
      'not-looked-after': 1,
    });
  });

  it('says what children were under on its last day, also by a record that was joined since, though a plan has ended and one begun', async () => {
    expect((await figureOf('cohort', 'vulnerability', quarter)).lines).toEqual({
      'child-in-need': 1,
      marac: 1,
    });
    expect((await figureOf('cohort', 'vulnerability', later)).lines).toEqual({
      'protection-plan': 1,
      marac: 1,
    });
  });

  it('says the priority that a person had on its last day', async () => {
    expect((await figureOf('strands', 'persons-at-end', quarter)).lines).toEqual({ low: 1 });
    expect((await figureOf('strands', 'persons-at-end', later)).lines).toEqual({ high: 1 });
  });

  it('says how complete the records were then: what was added since makes none of it complete', async () => {
    const viewed = async (days: string) =>
      (await figureOf('completeness', 'complete', days)).lines['child/child-view'];
    expect([await viewed(quarter), await viewed(later)]).toEqual([0, 1]);
  });
});

import { anIntelligenceReport } from '@mase/workflow/testing';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { type TestApi, testApi } from '../testing/test-api.js';

let api: TestApi;
let interview: string;
let report: string;
const found = ['exploitation:driven-or-moved', 'pull:friends'];
const ask = (who: string, url: string) => api.ask(who, 'GET', `/api/v1/${url}`);

beforeAll(async () => {
  api = await testApi(inject('MASE_TEST_SERVER'), '2026-11-02T09:00:00.000Z');
  const child = { firstName: 'Robin', lastName: 'Synthetic', birthDate: '2012-05-06', from: 'return' };
  const childId = (await api.give('coordinator', 'children/record-child', child)).id;
  const absence = await api.give('police-desk', 'missing-episodes/record-episode', {
    ...{ childId, kind: 'missing', start: '2026-10-30', end: '2026-10-31', from: 'Made-up home' },
  });
  const offer = { childId, episodeIds: [absence.id], by: 'Indy Interviewer', agency: 'Made-up charity' };
  interview = (
    await api.give('interviewer', 'return-interviews/offer-interview', { ...offer, independent: true })
  ).id;
  const held = { where: 'At school', seenAlone: true, findings: found, words: 'A grey car (made up)' };
  await api.give('interviewer', 'return-interviews/record-interview', held, interview);
  const sent = anIntelligenceReport({ interviewId: interview, findings: [found[0]], fromChild: 'yes' });
  report = (await api.give('interviewer', 'intelligence/submit-intelligence', sent)).id;
});
afterAll(() => api.close());

describe('what a return home interview brought, once it is sent as intelligence', () => {
  it('is read by the desk with the interview that it comes from and the child', async () => {
    const view = (await ask('intelligence', `intelligence/${report}`)).json();
    expect(view.unsanitised[0].body.interview).toMatchObject({ id: interview, findings: [found[0]] });
    expect(view.named).toMatchObject([{ kind: 'child', title: 'Robin Synthetic' }]);
  });

  it('stands on the interview as sent, without the report', async () => {
    const view = await ask('coordinator', `return-interviews/${interview}`);
    expect(view.json().sent).toMatchObject({ findings: [found[0]], times: 1 });
    expect(view.body).not.toContain(report);
    const history = await ask('coordinator', `history/${interview}`);
    expect(history.body).not.toContain(report);
  });

  it('shows nobody else that there is a report, and whoever sent it nothing of the interview in it', async () => {
    for (const who of ['coordinator', 'triage', 'auditor'])
      expect((await ask(who, `intelligence/${report}`)).statusCode, who).toBe(404);
    const mine = await ask('interviewer', `intelligence/${report}`);
    expect(mine.statusCode).toBe(200);
    expect(mine.body).not.toContain('grey car');
    expect(mine.json().unsanitised).toEqual([]);
  });

  it('comes only from an interview that whoever sends it may read', async () => {
    const sent = anIntelligenceReport({ interviewId: interview, findings: [found[1]] });
    const answer = await api.ask('licensing', 'POST', '/api/v1/intelligence/submit-intelligence', sent, {
      'idempotency-key': '0198a000-0000-7000-8000-000000000001',
    });
    expect(answer.statusCode).toBe(409);
    expect(answer.body).toContain('This is no interview that you may see');
  });
});

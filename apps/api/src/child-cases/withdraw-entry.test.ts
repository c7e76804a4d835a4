import { openStore, sendOutgoing } from '@mase/store';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { type TestApi, testApi } from '../testing/test-api.js';

const begin = '2026-11-02T09:00:00.000Z';
const secret = 'Zqsecret: her sister stays at the shop after closing';

let api: TestApi;
let caseId: string;
let rowId: string;

const rowsFor = async (who: string) => {
  const seen = await api.ask(who, 'GET', `/api/v1/child-cases/${caseId}`);
  return seen.json().written as { id: string; kind: string; wrong?: boolean }[];
};

/** What waits to be sent is sent, as the worker does. */
async function send(): Promise<void> {
  const worker = await openStore(api.database.connections.worker);
  await sendOutgoing(worker);
  await worker.close();
}

/** The whole history of the case goes out to somebody, while the entry stands. */
async function exportCase(): Promise<void> {
  const asked = {
    what: 'record',
    record: { kind: 'childCase', id: caseId },
    recipient: { name: 'Robin Reviewer', organisation: 'Made-up inspectorate' },
    reason: 'A made-up inspection',
  };
  const { id } = await api.give('governance', 'exports/request-export', asked);
  await api.give('caldicott', 'exports/approve-export', {}, id);
  await api.seal();
  await api.give('governance', 'exports/begin-download', {}, id);
}

beforeAll(async () => {
  api = await testApi(inject('MASE_TEST_SERVER'), begin);
  const { people } = api.founded;
  const referral = { seenOrSaid: 'Made-up words', immediateDanger: false, child: { firstName: 'Alex' } };
  caseId = (await api.give('triage', 'child-cases/record-referral', referral)).id;
  const taken = {
    outcome: 'risk-assessment',
    reasons: 'Made up',
    policeView: 'given',
    policeViewText: 'None',
    teamId: 'north',
  };
  await api.give('triage', 'child-cases/decide-triage', taken, caseId);
  await api.give('manager', 'child-cases/allocate-worker', { workerId: people.worker }, caseId);
  await api.give('worker', 'child-cases/record-view', { of: 'child', words: secret, how: 'A visit' }, caseId);
  rowId = (await rowsFor('worker')).find(({ kind }) => kind === 'view')?.id as string;
  await exportCase();
  await api.give('worker', 'child-cases/raise-immediate-danger', { what: 'Made up' }, caseId);
  await send();
  api.time.now = '2026-11-03T09:00:00.000Z';
  await api.give('worker', 'child-cases/withdraw-entry', { rowId, reason: 'Two files were open' }, caseId);
});
afterAll(() => api.close());

describe('an entry that was about somebody else', () => {
  it('is read by nobody any more but information governance, who sees that it was withdrawn', async () => {
    for (const who of ['worker', 'manager', 'senior', 'auditor', 'coordinator', 'chair']) {
      const seen = await api.ask(who, 'GET', `/api/v1/child-cases/${caseId}`);
      expect(seen.body, who).not.toContain('Zqsecret');
      const history = await api.ask(who, 'GET', `/api/v1/history/${caseId}`);
      expect(history.body, who).not.toContain('Zqsecret');
    }
    const kept = (await rowsFor('governance')).find(({ id }) => id === rowId);
    expect(kept?.wrong).toBe(true);
  });

  it('is kept back by the database itself', async () => {
    const { rows } = await api.store.pool.query('select count(*)::integer as n from written');
    expect(rows[0].n).toBe(0);
  });

  it('waits for information governance for 72 hours, and the decision tells whoever had a copy', async () => {
    const queue = await api.ask('governance', 'GET', '/api/v1/work-queue');
    expect(queue.body).toContain('breach-decision');
    const carriers = await api.ask('governance', 'GET', `/api/v1/child-cases/${caseId}/carriers`);
    expect(carriers.statusCode).toBe(200);
    const copies = carriers.json().copies as { paper: string; recipientName: string; principal: string }[];
    expect(copies.find(({ paper }) => paper === 'export')?.recipientName).toBe(
      'Robin Reviewer, Made-up inspectorate',
    );
    const told = copies.filter(({ paper }) => paper === 'message').map(({ principal }) => principal);
    expect(told).toContain('role:police-desk');
    expect(told).not.toContain('role:information-governance');
    const others = await api.ask('worker', 'GET', `/api/v1/child-cases/${caseId}/carriers`);
    expect(others.json()).toMatchObject({ copies: [], waiting: [] });
    expect(carriers.json().waiting).toMatchObject([{ rowId, kind: 'view' }]);
    const gone = api.founded.people.licensing as string;
    const decision = { rowId, finding: 'breach', reported: 'no', reasons: 'Sent back', told: [gone] };
    await api.give('governance', 'child-cases/record-breach-decision', decision, caseId);
    const after = await api.ask('governance', 'GET', '/api/v1/work-queue');
    expect(after.body).not.toContain('breach-decision');
  });

  it('is told to somebody who has left the case by now, who learns nothing of it', async () => {
    expect((await api.ask('licensing', 'GET', `/api/v1/child-cases/${caseId}`)).statusCode).toBe(404);
    await send();
    const messages = (await api.ask('licensing', 'GET', '/api/v1/messages')).json();
    expect(messages.items).toMatchObject([{ kind: 'copy-withdrawn', about: { kind: 'user' } }]);
    expect(JSON.stringify(messages)).not.toContain(caseId);
  });

  it('is shown again to everybody where it was right after all', async () => {
    const again = { of: 'child', words: 'Zqright: she likes the shop', how: 'A visit' };
    await api.give('worker', 'child-cases/record-view', again, caseId);
    const right = (await rowsFor('worker')).find(({ kind }) => kind === 'view')?.id as string;
    await api.give('worker', 'child-cases/withdraw-entry', { rowId: right, reason: 'A slip' }, caseId);
    expect((await rowsFor('worker')).map(({ id }) => id)).not.toContain(right);
    const decision = { rowId: right, finding: 'no-breach-restore', reported: 'no', reasons: 'It was right' };
    await api.give('governance', 'child-cases/record-breach-decision', decision, caseId);
    expect((await rowsFor('worker')).find(({ id }) => id === right)?.wrong).toBe(false);
  });

  it('is withdrawn on its own where it was written on a question to an agency, from whoever was asked too', async () => {
    const { agencies } = api.founded;
    const asked = {
      caseId,
      agencyId: agencies.police,
      question: 'Zqquestion: was her sister seen?',
      powers: ['children-act-2004-10'],
      purpose: 'To assess the risk (made up)',
    };
    const { id } = await api.give('worker', 'information-requests/request-information', asked);
    const seenBy = async (who: string) => {
      const answer = await api.ask(who, 'GET', `/api/v1/information-requests/${id}`);
      return answer.json() as { written: { id: string; kind: string }[] };
    };
    const [row] = (await seenBy('member-police')).written;
    await api.give('worker', 'information-requests/withdraw-request', { reason: 'Another child' }, id);
    await api.give('worker', 'child-cases/withdraw-entry', { rowId: row?.id, reason: 'Two files' }, caseId);
    for (const who of ['worker', 'manager', 'auditor', 'member-police'])
      expect(JSON.stringify(await seenBy(who)), who).not.toContain('Zqquestion');
    expect(JSON.stringify(await seenBy('governance'))).toContain('Zqquestion');
    const carriers = (await api.ask('governance', 'GET', `/api/v1/child-cases/${caseId}/carriers`)).json();
    expect(carriers.waiting).toMatchObject([{ rowId: row?.id, kind: 'information-request' }]);
    const papers = carriers.copies.filter(
      (one: { entryKind: string }) => one.entryKind === 'information-request',
    );
    expect(papers.map(({ paper }: { paper: string }) => paper)).toContain('information-request');
    const decision = {
      rowId: row?.id,
      finding: 'no-breach-restore',
      reported: 'no',
      reasons: 'It was right',
    };
    await api.give('governance', 'child-cases/record-breach-decision', decision, caseId);
    expect(JSON.stringify(await seenBy('worker'))).toContain('Zqquestion');
  });
});

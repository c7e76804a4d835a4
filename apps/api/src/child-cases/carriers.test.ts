import { openStore, sendOutgoing } from '@mase/store';
import { aFeedback, aPlainPlan, aSharing, aTransfer } from '@mase/workflow/testing';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { littleSitting } from '../packs/testing/little-sitting.js';
import { type TestApi, testApi } from '../testing/test-api.js';

let api: TestApi;
let id: string;
let childId: string;
let rowId: string;

const sending = {
  to: 'The competent authority (made up)',
  reference: 'NRM-MADE-UP-1',
  firstResponder: 'local-authority',
  guardianService: 'referred',
};

interface Copy {
  paper: string;
  recipientId: string | null;
  recipientName: string;
  entryKind: string;
}

const carriers = async (url: string): Promise<Copy[]> => {
  const answer = await api.ask('governance', 'GET', `/api/v1/${url}/carriers`);
  expect(answer.statusCode, answer.body).toBe(200);
  return answer.json().copies;
};
const whoHas = (copies: Copy[], paper: string) =>
  [...new Set(copies.filter((one) => one.paper === paper).map(({ recipientName }) => recipientName))].sort();

/** The whole case goes out to an inspector, and to a solicitor who asks for what is held about the child. */
async function giveAway(): Promise<void> {
  const recipient = { name: 'Robin Reviewer', organisation: 'Made-up inspectorate' };
  const wanted = {
    what: 'record',
    record: { kind: 'childCase', id },
    recipient,
    reason: 'A made-up inspection',
  };
  const asked = (await api.give('governance', 'exports/request-export', wanted)).id;
  await api.give('caldicott', 'exports/approve-export', {}, asked);
  await api.seal();
  await api.give('governance', 'exports/begin-download', {}, asked);
  const request = {
    requester: { kind: 'solicitor', name: 'Pat Example' },
    childId,
    receivedOn: api.time.now.slice(0, 10),
    scope: 'Everything that is held',
    sendTo: 'By hand, at the office',
  };
  const access = (await api.give('governance', 'access-requests/record-request', request)).id;
  const give = (verb: string, body: object = {}, who = 'governance') =>
    api.give(who, `access-requests/${verb}`, body, access);
  await give('confirm-identity', { how: 'document-seen' });
  await give('gather-bundle');
  const bundle = await api.ask('governance', 'GET', `/api/v1/access-requests/${access}/bundle?limit=100`);
  const items = bundle.json().items.map((one: { id: string }) => ({ id: one.id, decision: 'release' }));
  await give('decide-items', { items });
  await give('approve-response', {}, 'caldicott');
  await give('issue-response');
}

/** What is told, asked and noticed while the entry stands. */
async function tell(): Promise<void> {
  const { people, agencies } = api.founded;
  await api.give('worker', 'child-cases/record-feedback', aFeedback(), id);
  const question = {
    caseId: id,
    agencyId: agencies.police,
    contactId: people['member-police'],
    question: 'Was the child seen with adults in May? (made up)',
    powers: ['children-act-2004-10'],
    purpose: 'To assess the risk (made up)',
  };
  await api.give('worker', 'information-requests/request-information', question);
  const notice = { caseId: id, kind: 'nrm', need: 'needed', reasons: 'Made up' };
  const sent = (await api.give('worker', 'notices/record-notice', notice)).id;
  await api.give('worker', 'notices/send-notice', sending, sent);
  await api.give('worker', 'child-cases/raise-immediate-danger', { what: 'Made up' }, id);
  const moved = aTransfer({ movedOn: api.time.now.slice(0, 10) });
  await api.give('manager', 'child-cases/transfer-out', moved, id);
  const worker = await openStore(api.database.connections.worker);
  await sendOutgoing(worker);
  await worker.close();
}

beforeAll(async () => {
  api = await testApi(inject('MASE_TEST_SERVER'));
  const sitting = await littleSitting(api);
  id = sitting.cases.robin;
  const view = await api.ask('worker', 'GET', `/api/v1/child-cases/${id}`);
  const { written, actions } = view.json();
  childId = view.json().childId;
  const said = written.filter((row: { kind: string }) => row.kind === 'view');
  rowId = said.find((row: { body: { of: string } }) => row.body.of === 'child').id;
  await api.give('worker', 'child-cases/share-plan', aSharing(), id);
  const plain = aPlainPlan(actions.map((one: { id: string }) => one.id));
  await api.give('worker', 'child-cases/write-plain-plan', plain, id);
  const papers = `/api/v1/sittings/${sitting.id}/pack?format=html&recipient=${api.founded.people.coordinator}`;
  expect((await api.ask('coordinator', 'GET', papers)).statusCode).toBe(200);
  await giveAway();
  await tell();
}, 120_000);
afterAll(() => api.close());

const told = {
  // Papers are made for everybody when they are issued, whether or not they were opened.
  'sitting-copy': ['Cam Coordinator', 'Chris Chair', 'Hana Health-Member', 'Pat Police-Member'],
  export: ['Robin Reviewer, Made-up inspectorate'],
  'access-answer': ['Pat Example'],
  'information-request': ['Pat Police-Member'],
  'transfer-notice': ['Pat Elsewhere, by telephone, Made-up Borough'],
  feedback: ['Robin Ordinary', 'The parent or carer'],
  notice: [sending.to],
};

describe('what may have carried an entry that was about somebody else', () => {
  it('is every kind of paper that went out while it stood, with who has it; what went out afterwards is not', async () => {
    await api.give('worker', 'child-cases/withdraw-entry', { rowId, reason: 'Two files were open' }, id);
    await api.give('worker', 'child-cases/record-feedback', aFeedback({ about: ['plan'] }), id);
    const copies = await carriers(`child-cases/${id}`);
    for (const [paper, names] of Object.entries(told))
      expect([paper, whoHas(copies, paper)]).toEqual([paper, names]);
    expect(copies.filter(({ paper }) => paper === 'feedback')).toHaveLength(2);
    expect(copies.filter(({ paper }) => paper === 'message').length).toBeGreaterThan(0);
    // Of a plan, the copy in plain words alone may say what somebody said.
    expect(whoHas(copies, 'plan-copy')).toEqual(['Robbie']);
  });

  it('is all that went out of a case that was on the wrong child, the copies of its plan too', async () => {
    const child = { firstName: 'Kim', lastName: 'Other', birthDate: '2011-01-02', from: 'return' };
    const right = (await api.give('triage', 'children/record-child', child)).id;
    await api.give(
      'triage',
      'children/move-case',
      { caseId: id, childId: right, reason: 'Two sisters' },
      childId,
    );
    const copies = await carriers(`children/${childId}`);
    for (const paper of Object.keys(told))
      expect([paper, whoHas(copies, paper).length > 0]).toEqual([paper, true]);
    const { interviewer, 'member-health': nurse } = api.founded.people;
    const ids = copies.filter(({ paper }) => paper === 'plan-copy').map(({ recipientId }) => recipientId);
    expect(ids).toEqual(expect.arrayContaining([interviewer, nurse]));
  });
});

import { addressMessages, openStore, type Store, sendOutgoing } from '@mase/store';
import { openOwner } from '@mase/store/testing';
import { anAllocation, aReferral, aTriage } from '@mase/workflow/testing';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { type TestApi, testApi } from '../testing/test-api.js';

let api: TestApi;
let worker: Store;
let caseId: string;
beforeAll(async () => {
  api = await testApi(inject('MASE_TEST_SERVER'), '2026-11-02T09:00:00.000Z');
  worker = await openStore(api.database.connections.worker, { clock: () => api.time.now, size: 3 });
  ({ id: caseId } = await api.give('referrer', 'child-cases/record-referral', aReferral()));
  const triage = aTriage('risk-assessment', { teamId: 'north' });
  await api.give('triage', 'child-cases/decide-triage', triage, caseId);
  const { worker: allocated } = api.founded.people as { worker: string };
  await api.give('manager', 'child-cases/allocate-worker', anAllocation(allocated), caseId);
  await api.give('referrer', 'child-cases/record-referral', aReferral({ immediateDanger: true }));
  while ((await sendOutgoing(worker)) > 0);
  await addressMessages(worker, { mails: true });
});
afterAll(async () => {
  await worker?.close();
  await api?.close();
});

const rows = <T extends object>(sql: string, values: unknown[] = []) =>
  openOwner(api.database.connections.owner, async (client) => (await client.query(sql, values)).rows as T[]);
interface Line {
  messageId: string;
  kind: string;
  name: string;
  letter: { state: string } | null;
  openedAt: string | null;
  asks: boolean;
  answer: object | null;
  didAfterAt: string | null;
}
const knew = async (who: string) => {
  const answer = await api.ask(who, 'GET', `/api/v1/who-knew/${caseId}`);
  return { status: answer.statusCode, items: (answer.json() as { items?: Line[] }).items ?? [] };
};
const allocated = async () => (await knew('auditor')).items.find(({ kind }) => kind === 'worker-allocated');

describe('who knew of a case', () => {
  it('is told to its manager, seniors, auditors and governance, and to nobody else', async () => {
    for (const who of ['manager', 'auditor', 'governance', 'senior'])
      expect([who, (await knew(who)).status]).toEqual([who, 200]);
    for (const who of ['worker', 'coordinator']) expect([who, (await knew(who)).status]).toEqual([who, 403]);
    for (const who of ['manager-south', 'admin']) expect([who, (await knew(who)).status]).toEqual([who, 404]);
  });

  it('names the record, also where nobody was told of it', async () => {
    const answer = await api.ask('auditor', 'GET', `/api/v1/who-knew/${caseId}`);
    const { record } = answer.json() as { record: { kind: string; title: string; reference: string } };
    expect(record).toMatchObject({ kind: 'childCase', title: expect.stringMatching(/./) });
    const { reference } = (await api.view('auditor', 'child-cases', caseId)) as unknown as typeof record;
    expect(record.reference).toBe(reference);
  });

  it('says whom, by what, and when it was opened', async () => {
    const before = await allocated();
    expect(before).toMatchObject({
      ...{ name: 'Wren Worker', openedAt: null, asks: false, answer: null, didAfterAt: null },
      letter: { state: 'waiting', sentAt: null, acceptedAt: null },
    });
    const id = before?.messageId ?? '';
    const opened = await api.ask('worker', 'GET', `/api/v1/messages/${id}`);
    expect(opened.json()).toMatchObject({ recordId: caseId, recordKind: 'childCase' });
    const first = (await allocated())?.openedAt;
    expect(first).not.toBeNull();
    await api.ask('worker', 'GET', `/api/v1/messages/${id}`);
    expect((await allocated())?.openedAt).toBe(first);
    expect((await api.ask('coordinator', 'GET', `/api/v1/messages/${id}`)).statusCode).toBe(404);
  });
});

describe('the messages of somebody', () => {
  it('name once what was told by name and by role or team at the same time, the one by name', async () => {
    const at = '2026-11-02T09:30:00.000Z';
    const told = (principal: string) =>
      rows(
        `insert into message (partnership_id, id, principal, kind, record_id, at)
         values ($1, gen_random_uuid(), $2, 'missing-reported', $3, $4)`,
        [api.founded.partnershipId, principal, caseId, at],
      );
    const { worker: own } = api.founded.people as { worker: string };
    for (const principal of ['team:north:worker', `user:${own}`]) await told(principal);
    const { items } = (await api.ask('worker', 'GET', '/api/v1/messages')).json() as {
      items: { kind: string; principal: string; about: { title: string; childName: string | null } }[];
    };
    const reported = items.filter(({ kind }) => kind === 'missing-reported');
    expect(reported.map(({ principal }) => principal)).toEqual([`user:${own}`]);
    expect(reported[0]?.about.childName).toBe(reported[0]?.about.title);
  });
});

describe('how somebody is told', () => {
  it('is at once until he or she chooses, and only one’s own', async () => {
    const address = '/api/v1/messages/preference';
    const ask = async (who: string) => (await api.ask(who, 'GET', address)).json();
    expect(await ask('worker')).toEqual({ way: 'at-once', dailyAt: '08:00', sendsMail: false });
    const chosen = await api.ask('worker', 'PUT', address, { way: 'daily', dailyAt: '16:30' });
    expect(chosen.statusCode).toBe(200);
    expect(await ask('worker')).toMatchObject({ way: 'daily', dailyAt: '16:30' });
    expect(await ask('manager')).toMatchObject({ way: 'at-once' });
    expect((await api.ask('worker', 'PUT', address, { way: 'daily', dailyAt: '25:00' })).statusCode).toBe(
      400,
    );
  });
});

describe('a letter that could not be delivered', () => {
  it('is shown to administrators without what it is about, sent again, or given up with a reason, once and audited', async () => {
    await rows("update mail set state = 'dead', tries = 3, tried_at = now(), why = 'sending RCPT TO 550'");
    expect((await api.ask('worker', 'GET', '/api/v1/letters')).statusCode).toBe(403);
    const list = async () =>
      (await api.ask('admin', 'GET', '/api/v1/letters')).json() as { items: { id: string; name: string }[] };
    const { items } = await list();
    expect(items.length).toBeGreaterThan(1);
    expect(JSON.stringify(items)).not.toContain(caseId);
    const [one, other] = items as [{ id: string }, { id: string }];
    const again = `/api/v1/letters/${one.id}/send-again`;
    expect((await api.ask('manager', 'POST', again, {})).statusCode).toBe(403);
    expect((await api.ask('admin', 'POST', again, {})).statusCode).toBe(200);
    expect((await api.ask('admin', 'POST', again, {})).statusCode).toBe(404);
    const giveUp = `/api/v1/letters/${other.id}/give-up`;
    expect((await api.ask('admin', 'POST', giveUp, {})).statusCode).toBe(400);
    expect((await api.ask('admin', 'POST', giveUp, { reason: 'Told by telephone' })).statusCode).toBe(200);
    expect((await list()).items).toHaveLength(items.length - 2);
    const kept = await rows<{ state: string; settled_why: string | null }>(
      'select state, settled_why from mail where id = any ($1) order by state',
      [[one.id, other.id]],
    );
    expect(kept).toEqual([
      { state: 'given-up', settled_why: 'Told by telephone' },
      { state: 'waiting', settled_why: null },
    ]);
    const audit = await rows<{ action: string }>(
      "select action from audit where action like 'letters/%' order by action",
    );
    expect(audit.map(({ action }) => action)).toEqual(['letters/give-up', 'letters/send-again']);
  });
});

import { openOwner } from '@mase/store/testing';
import { anAllocation, aReferral, aTriage } from '@mase/workflow/testing';
import { uuidv7 } from 'uuidv7';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { type TestApi, testApi } from '../testing/test-api.js';

let api: TestApi;
let caseId: string;
let reference: string;
beforeAll(async () => {
  api = await testApi(inject('MASE_TEST_SERVER'), '2026-11-03T09:00:00.000Z');
  ({ caseId, reference } = await aCase());
});
afterAll(() => api.close());

const reason = 'A made-up child is at the door';

async function aCase() {
  const one = await api.give('referrer', 'child-cases/record-referral', aReferral());
  await api.give(
    'triage',
    'child-cases/decide-triage',
    aTriage('risk-assessment', { teamId: 'north' }),
    one.id,
  );
  const worker = api.founded.people.worker as string;
  await api.give('manager', 'child-cases/allocate-worker', anAllocation(worker), one.id);
  const seen = await api.view('manager', 'child-cases', one.id);
  return { caseId: one.id, reference: seen.reference as string };
}

const statusOf = async (who: string, id = caseId) =>
  (await api.ask(who, 'GET', `/api/v1/child-cases/${id}`)).statusCode;
const open = (who: string, asked = reference, key = uuidv7()) =>
  api.ask(
    who,
    'POST',
    '/api/v1/break-glass/open-record',
    { reference: asked, reason },
    { 'idempotency-key': key },
  );

const auditOf = (action: string) =>
  openOwner(api.database.connections.owner, async (client) => {
    const found = await client.query<{ entry: string }>(
      'select entry from audit where action = $1 order by at, id',
      [action],
    );
    return found.rows.map(({ entry }) => JSON.parse(entry) as { user: string; reason?: string });
  });

describe('breaking the glass', () => {
  it('shows the case for an hour, and nothing at the first request after it', async () => {
    expect(await statusOf('worker-south')).toBe(404);
    const answer = await open('worker-south');
    expect(answer.statusCode, answer.body).toBe(201);
    expect(await statusOf('worker-south')).toBe(200);
    expect(await statusOf('manager-south')).toBe(404);
    const { until } = (
      await api.ask('worker-south', 'GET', `/api/v1/break-glass/${answer.json().id}`)
    ).json();
    api.time.now = new Date(Date.parse(until) - 2000).toISOString();
    expect(await statusOf('worker-south')).toBe(200);
    expect(await statusOf('worker-south')).toBe(404);
    const rows = await openOwner(api.database.connections.owner, async (client) => {
      const found = await client.query<{ n: number }>(
        'select count(*)::integer as n from case_reader where principal = $1 and until <= $2',
        [`named:${api.founded.people['worker-south']}`, api.time.now],
      );
      return found.rows[0]?.n;
    });
    expect(rows).toBeGreaterThan(0);
  });

  it('writes the reason beside every look under it, and beside no other', async () => {
    const looks = await auditOf('child-cases/view');
    const own = looks.filter(({ user }) => user === api.founded.people['worker-south']);
    expect(own.map((one) => one.reason)).toEqual([
      undefined,
      `Break-glass: ${reason}`,
      `Break-glass: ${reason}`,
      undefined,
    ]);
  });

  it('tells the guardian, information governance and the manager in the same change, and waits for review', async () => {
    const messages = await openOwner(api.database.connections.owner, async (client) => {
      const found = await client.query<{ principal: string }>(
        "select principal from outbox where kind = 'glass-broken' order by principal",
      );
      return found.rows.map(({ principal }) => principal);
    });
    expect(messages).toEqual([
      'role:caldicott-guardian',
      'role:information-governance',
      'team:north:manager',
    ]);
    const queue = (await api.ask('caldicott', 'GET', '/api/v1/work-queue')).json().items;
    expect(queue).toMatchObject([{ step: 'break-glass-review', kind: 'breakGlass' }]);
    const list = (await api.ask('governance', 'GET', '/api/v1/break-glass')).json().items;
    expect(list).toMatchObject([{ reference, reason, open: false, timesBefore: 0 }]);
    expect((await api.ask('manager', 'GET', '/api/v1/break-glass')).json().items).toHaveLength(1);
    expect((await api.ask('worker-two', 'GET', '/api/v1/break-glass')).json().items).toEqual([]);
    const decided = { finding: 'not-justified', words: 'Made up: the manager was on the telephone' };
    await api.give('governance', 'break-glass/decide-review', decided, list[0].id);
    expect((await api.ask('caldicott', 'GET', '/api/v1/work-queue')).json().items).toEqual([]);
  });

  it('twice with the same key opens once', async () => {
    const key = uuidv7();
    const [one, other] = [
      await open('worker-south', reference, key),
      await open('worker-south', reference, key),
    ];
    expect(other.json()).toEqual({ ...one.json(), repeated: true });
    await api.give('worker-south', 'break-glass/close-record', {}, one.json().id);
    expect(await statusOf('worker-south')).toBe(404);
  });

  it('is never an administrator’s, nor a referrer’s', async () => {
    for (const who of ['admin', 'referrer', 'auditor', 'observer'])
      expect((await open(who)).statusCode, who).toBe(403);
  });

  it('answers alike where nothing has the reference and where the person is shut out of what has it', async () => {
    const two = await aCase();
    await api.give(
      'manager-two',
      'child-cases/declare-connection',
      { reason: 'A made-up kinship' },
      two.caseId,
    );
    const answers = [];
    for (const asked of [two.reference, 'FERN-0000-0000', uuidv7()]) {
      const made = await open('manager-two', asked);
      const {
        id,
        version: _version,
        ...view
      } = (await api.ask('manager-two', 'GET', `/api/v1/break-glass/${made.json().id}`)).json();
      const told = { ...view, reference: '', openedAt: '', until: '', triesBefore: 0, written: [] };
      answers.push({ status: made.statusCode, state: made.json().state, told: JSON.stringify(told) });
      expect(id).toBe(made.json().id);
    }
    expect(new Set(answers.map((one) => JSON.stringify(one))).size).toBe(1);
    expect(answers[0]).toMatchObject({ status: 201, state: 'nothingOpened' });
    expect(await statusOf('manager-two', two.caseId)).toBe(404);
  });

  it('runs the same statements before it decides, whether a record is there or not', async () => {
    const seen: string[][] = [];
    let texts: string[] = [];
    const listened = new WeakSet<object>();
    api.store.pool.on('acquire', (client) => {
      if (listened.has(client)) return;
      listened.add(client);
      const query = client.query.bind(client) as (...given: unknown[]) => unknown;
      client.query = ((...given: unknown[]) => {
        const [first] = given as [string | { name?: string; text: string }];
        texts.push(typeof first === 'string' ? first : (first.name ?? first.text));
        return query(...given);
      }) as typeof client.query;
    });
    await open('charity-worker', 'FERN-0000-0001');
    for (const asked of [reference, 'FERN-0000-0000']) {
      texts = [];
      await open('charity-worker', asked);
      const found = texts.lastIndexOf('find for break glass');
      expect(found).toBeGreaterThan(0);
      seen.push(texts.slice(0, found + 2));
    }
    expect(seen[0]).toEqual(seen[1]);
  });

  it('is refused after five references that meant nothing, and each is told to information governance', async () => {
    for (let tries = 0; tries < 5; tries += 1)
      expect((await open('interviewer', `FERN-${tries}`)).statusCode).toBe(201);
    const refused = await open('interviewer', reference);
    expect(refused.statusCode).toBe(409);
    expect(refused.json().missing).toMatchObject([{ code: 'tooManyTries' }]);
    const tried = (await api.ask('governance', 'GET', '/api/v1/break-glass?phase=nothingOpened')).json();
    expect(
      tried.items.filter((one: { askedByName: string }) => one.askedByName === 'Indy Interviewer'),
    ).toHaveLength(5);
  });

  it('opens a case whose existence is closed, to whoever names it, and tells no team', async () => {
    const two = await aCase();
    const named = [api.founded.people.manager, api.founded.people.worker];
    await api.give(
      'manager',
      'child-cases/restrict',
      { reason: 'A made-up risk', readers: named },
      two.caseId,
    );
    expect(await statusOf('senior', two.caseId)).toBe(404);
    const made = await open('senior', two.reference);
    expect(made.json()).toMatchObject({ state: 'awaitingReview' });
    expect(await statusOf('senior', two.caseId)).toBe(200);
    expect(await statusOf('coordinator', two.caseId)).toBe(404);
  });

  it('is closed with the case to the team and to auditors; who asked reads the own words, those named and the guardian all', async () => {
    const two = await aCase();
    const made = await open('manager-south', two.reference);
    const glass = `/api/v1/break-glass/${made.json().id}`;
    const seenBy = async (who: string) => {
      const answer = await api.ask(who, 'GET', glass);
      return answer.statusCode === 200 ? Object.keys(answer.json()).includes('review') : answer.statusCode;
    };
    const everybody = [
      'manager-south',
      'caldicott',
      'governance',
      'auditor',
      'manager',
      'manager-two',
      'worker',
    ];
    const seen = () => Promise.all(everybody.map(seenBy));
    expect(await seen()).toEqual([false, true, true, true, true, true, 404]);
    const readers = [api.founded.people.worker];
    await api.give('manager', 'child-cases/restrict', { reason: 'A made-up risk', readers }, two.caseId);
    expect(await seen()).toEqual([false, true, 404, 404, true, 404, true]);
    const own = (await api.ask('manager-south', 'GET', glass)).json();
    expect([own.reference, own.reason, own.timesBefore, own.written]).toEqual([
      two.reference,
      reason,
      undefined,
      [],
    ]);
  });
});

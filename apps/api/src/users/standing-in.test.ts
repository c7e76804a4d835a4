import { openOwner } from '@mase/store/testing';
import { anAllocation, aReferral, aTriage } from '@mase/workflow/testing';
import { uuidv7 } from 'uuidv7';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { type TestApi, testApi } from '../testing/test-api.js';

let api: TestApi;
let people: { [key: string]: string };
beforeAll(async () => {
  api = await testApi(inject('MASE_TEST_SERVER'), '2026-11-03T09:00:00.000Z');
  people = api.founded.people;
});
afterAll(() => api.close());

const later = (hours: number) => new Date(Date.parse(api.time.now) + hours * 3_600_000).toISOString();
const id = (who: string) => people[who] as string;

async function aCase(worker: string): Promise<string> {
  const one = await api.give('referrer', 'child-cases/record-referral', aReferral());
  await api.give(
    'triage',
    'child-cases/decide-triage',
    aTriage('risk-assessment', { teamId: 'north' }),
    one.id,
  );
  await api.give('manager', 'child-cases/allocate-worker', anAllocation(id(worker)), one.id);
  return one.id;
}

const statusOf = async (who: string, caseId: string) =>
  (await api.ask(who, 'GET', `/api/v1/child-cases/${caseId}`)).statusCode;

interface CaseSeen {
  child?: object;
  classes: string[];
  allowed: { command: string }[];
}

interface Line {
  recordId: string;
  step: string;
  heldFor: { name: string } | null;
}
const linesOf = async (who: string) =>
  (await api.ask(who, 'GET', '/api/v1/work-queue?limit=100')).json().items as Line[];

const danger = (who: string, caseId: string, version: number) =>
  api.ask(
    who,
    'POST',
    `/api/v1/child-cases/${caseId}/raise-immediate-danger`,
    { what: 'Made up' },
    {
      'idempotency-key': uuidv7(),
      'if-match': `"${version}"`,
    },
  );

describe('standing in', () => {
  it('begins at the next request of a session that is held, shows whose work it is, and ends on the instant', async () => {
    const caseId = await aCase('worker');
    const version = await api.versionOf(caseId);
    expect((await danger('worker-south', caseId, version)).statusCode).toBe(404);
    expect(await statusOf('worker-south', caseId)).toBe(404);
    const absence = { from: later(-1), until: later(2), reason: 'leave', standInId: id('worker-south') };
    await api.give('worker', 'users/record-absence', absence, id('worker'));
    expect(await statusOf('worker-south', caseId)).toBe(200);
    expect((await danger('worker-south', caseId, version)).statusCode).toBe(200);
    expect(await linesOf('worker-south')).toContainEqual(
      expect.objectContaining({
        recordId: caseId,
        heldFor: expect.objectContaining({ name: 'Wren Worker' }),
      }),
    );
    const { posts } = (await api.ask('worker-south', 'GET', '/api/v1/me')).json();
    expect(posts).toMatchObject([
      { role: { id: 'worker' }, until: absence.until, standsInFor: { name: 'Wren Worker' } },
    ]);
    api.time.now = absence.until;
    expect((await danger('worker-south', caseId, version + 1)).statusCode).toBe(404);
    expect(await statusOf('worker-south', caseId)).toBe(404);
  });

  it('stands in the history of what was done, with whom it was done for', async () => {
    const caseId = await aCase('worker');
    const post = {
      role: 'worker',
      toId: id('worker-south'),
      from: later(-1),
      until: later(5),
      reason: 'Made up',
    };
    await api.give('worker', 'users/delegate', post, id('worker'));
    await api.give(
      'worker-south',
      'child-cases/record-safety-action',
      { who: 'Aunt', what: 'Stays', when: 'Now' },
      caseId,
    );
    const seen = await api.ask('auditor', 'GET', `/api/v1/history/${caseId}`);
    expect(JSON.stringify(seen.json().items)).toContain('record-safety-action');
    const entries = await openOwner(api.database.connections.owner, async (client) => {
      const found = await client.query<{ entry: string }>(
        "select entry from history where record_id = $1 and command = 'child-cases/record-safety-action'",
        [caseId],
      );
      return found.rows.map(({ entry }) => JSON.parse(entry) as { command: object });
    });
    expect(entries).toMatchObject([
      { command: { actor: { post: { role: 'worker', standsInFor: id('worker') } } } },
    ]);
  });

  it('is over as soon as it is taken back, also for a session that is held', async () => {
    const { delegations } = (await api.ask('worker', 'GET', `/api/v1/users/${id('worker')}`)).json();
    const caseId = await aCase('worker');
    expect(await statusOf('worker-south', caseId)).toBe(200);
    const ended = { delegationId: delegations[0].id, reason: 'Back again' };
    await api.give('worker', 'users/end-delegation', ended, id('worker'));
    expect((await danger('worker-south', caseId, await api.versionOf(caseId))).statusCode).toBe(404);
  });

  it('on the duty rota gives what the part reads, for the hours of the shift', async () => {
    const { id: caseId } = await api.give(
      'referrer',
      'child-cases/record-referral',
      aReferral({ immediateDanger: true }),
    );
    expect(await statusOf('worker-south', caseId)).toBe(404);
    const rota = {
      name: 'Nights',
      role: 'out-of-hours',
      agencyId: api.founded.agencies.council,
      hours: 'always',
    };
    const made = await api.give('manager', 'duty-rotas/open-rota', rota);
    const shift = { userId: id('worker-south'), from: later(0), until: later(3) };
    const weekFrom = api.time.now.slice(0, 10);
    await api.give('manager', 'duty-rotas/enter-week', { weekFrom, shifts: [shift] }, made.id);
    expect(await statusOf('worker-south', caseId)).toBe(200);
    expect((await linesOf('worker-south')).map(({ recordId }) => recordId)).toContain(caseId);
    const list = (await api.ask('worker', 'GET', '/api/v1/duty-rotas')).json().items;
    expect(list[0]).toMatchObject({ shifts: [shift], gaps: [{ from: shift.until }] });
    api.time.now = shift.until;
    expect(await statusOf('worker-south', caseId)).toBe(404);
  });

  it('two who end access and delegate at once both find their answer, and no part is left to somebody who has gone', async () => {
    const version = await api.versionOf(id('manager-south'));
    const headers = () => ({ 'idempotency-key': uuidv7(), 'if-match': `"${version}"` });
    const post = {
      role: 'manager',
      toId: id('worker-south'),
      from: later(-1),
      until: later(5),
      reason: 'Made up',
    };
    const url = `/api/v1/users/${id('manager-south')}`;
    const answers = await Promise.all([
      api.ask('admin', 'POST', `${url}/end-access`, { reason: 'Left' }, headers()),
      api.ask('admin', 'POST', `${url}/delegate`, post, headers()),
    ]);
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 412]);
    if (answers[0]?.statusCode === 412)
      await api.give('admin', 'users/end-access', { reason: 'Left' }, id('manager-south'));
    const { posts } = (await api.ask('worker-south', 'GET', '/api/v1/me')).json();
    expect(posts).toEqual([]);
  });

  it('somebody leaves with open work: access ends at once, and the list of all of it is the manager’s the same moment', async () => {
    const caseId = await aCase('worker-two');
    expect(await linesOf('worker-two')).toContainEqual(expect.objectContaining({ recordId: caseId }));
    await api.give('admin', 'users/end-access', { reason: 'Left' }, id('worker-two'));
    expect(await statusOf('worker-two', caseId)).toBe(401);
    const moved = await api.ask('manager', 'GET', `/api/v1/work-queue?of=${id('worker-two')}`);
    expect(moved.json().items).toMatchObject([{ recordId: caseId, heldFor: { name: 'Wilf Worker-Two' } }]);
    const other = await api.ask('worker-south', 'GET', `/api/v1/work-queue?of=${id('worker-two')}`);
    expect(other.json().items).toEqual([]);
    await api.give('manager', 'child-cases/allocate-worker', anAllocation(id('worker')), caseId);
    const after = await api.ask('manager', 'GET', `/api/v1/work-queue?of=${id('worker-two')}`);
    expect(after.json().items).toEqual([]);
  });

  it('ends at the next request of a session that is held, when the part is taken away from whoever is away', async () => {
    const caseId = await aCase('worker');
    const version = await api.versionOf(caseId);
    const absence = { from: later(-1), until: later(2), reason: 'leave', standInId: id('worker-south') };
    await api.give('worker', 'users/record-absence', absence, id('worker'));
    expect((await danger('worker-south', caseId, version)).statusCode).toBe(200);
    const change = (roles: string[]) =>
      api.give('admin', 'users/change-role', { roles, reason: 'Made up' }, id('worker'));
    await change(['referrer']);
    expect((await danger('worker-south', caseId, version + 1)).statusCode).toBe(404);
    await change(['worker']);
    expect((await danger('worker-south', caseId, version + 1)).statusCode).toBe(200);
    api.time.now = absence.until;
  });

  it('of whom a restriction names is the Caldicott guardian’s: absent, or gone, the case is in a list and can be opened', async () => {
    const caseId = await aCase('worker');
    const restriction = { reason: 'A made-up risk', readers: [] };
    await api.give('manager', 'child-cases/restrict', restriction, caseId);
    const lines = async () => (await linesOf('caldicott')).filter(({ recordId }) => recordId === caseId);
    const opened = async () => (await api.view('caldicott', 'child-cases', caseId)) as unknown as CaseSeen;
    expect(await lines()).toMatchObject([{ heldFor: null, step: 'restriction-review' }]);
    const { child, classes, allowed } = await opened();
    expect([child, classes]).toEqual([undefined, ['restricted']]);
    expect(allowed.map(({ command }) => command)).toContain('child-cases/lift-restriction');
    const absence = { from: later(-1), until: later(2), reason: 'leave', standInId: id('worker-south') };
    await api.give('manager', 'users/record-absence', absence, id('manager'));
    expect(await statusOf('worker-south', caseId)).toBe(404);
    expect(await lines()).toContainEqual(
      expect.objectContaining({ heldFor: { id: id('manager'), name: 'Mo Manager' } }),
    );
    expect((await opened()).child).toBeDefined();
    api.time.now = absence.until;
    expect((await opened()).child).toBeUndefined();
    const danger = { what: 'Made up' };
    await api.give('manager', 'child-cases/raise-immediate-danger', danger, caseId);
    expect(await statusOf('duty', caseId)).toBe(200);
    await api.give('duty', 'child-cases/acknowledge-danger', { doing: 'Gone to see' }, caseId);
    expect(await statusOf('duty', caseId)).toBe(404);
    await api.give('admin', 'users/end-access', { reason: 'Left' }, id('manager'));
    expect((await opened()).child).toBeDefined();
    const again = { reason: 'Nobody named is left', readers: [id('senior')] };
    await api.give('caldicott', 'child-cases/restrict', again, caseId);
    expect([await statusOf('senior', caseId), (await opened()).child]).toEqual([200, undefined]);
  });
});

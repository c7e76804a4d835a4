import { beginSession, bindIdentity, endSessionsNotAllowed } from '@mase/store';
import { openOwner } from '@mase/store/testing';
import { uuidv7 } from 'uuidv7';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { type TestApi, testApi } from '../testing/test-api.js';

let api: TestApi;
beforeAll(async () => {
  api = await testApi(inject('MASE_TEST_SERVER'));
});
afterAll(() => api.close());

const idOf = (key: string) => api.founded.people[key] as string;
const signIn = async (key: string) =>
  (await beginSession(api.store, { userId: idOf(key), partnershipId: api.founded.partnershipId })).sessionId;
const as = (token: string, method: 'GET' | 'POST' | 'PUT' | 'DELETE', url: string, payload?: object) =>
  api.ask(null, method, url, payload, { authorization: `Bearer ${token}` });
const status = async (token: string) => (await as(token, 'GET', '/api/v1/me')).statusCode;
const saves = async (token: string) =>
  (
    await as(token, 'PUT', '/api/v1/drafts/child-cases.record-referral/new', {
      fields: { seenOrSaid: 'kept' },
    })
  ).statusCode;
const sql = (text: string, values: unknown[] = []) =>
  openOwner(api.database.connections.owner, (client) => client.query(text, values));
const age = (key: string, what: string) => sql(`update session set ${what} where user_id = $1`, [idOf(key)]);

describe('a session', () => {
  it('is shown to its person with how and since when, and never by its token', async () => {
    const [one, two] = [await signIn('worker'), await signIn('worker')];
    const { items } = (await as(one, 'GET', '/api/v1/sessions')).json();
    expect(items).toHaveLength(2);
    expect(items.filter((line: { current: boolean }) => line.current)).toHaveLength(1);
    for (const token of [one, two]) expect(JSON.stringify(items)).not.toContain(token);
  });

  it('is ended by its person from another one, at once', async () => {
    const [here, lost] = [await signIn('manager'), await signIn('manager')];
    const { items } = (await as(here, 'GET', '/api/v1/sessions')).json();
    const other = items.find((line: { current: boolean }) => !line.current);
    expect((await as(here, 'DELETE', `/api/v1/sessions/${other.id}`)).statusCode).toBe(204);
    expect([await status(here), await status(lost), await saves(lost)]).toEqual([200, 401, 401]);
    expect((await as(here, 'DELETE', `/api/v1/sessions/${other.id}`)).statusCode).toBe(404);
  });

  it('stays when its person ends all others', async () => {
    const [here, one, two] = [await signIn('senior'), await signIn('senior'), await signIn('senior')];
    expect((await as(here, 'DELETE', '/api/v1/sessions')).json()).toEqual({ ended: 2 });
    expect([await status(here), await status(one), await status(two)]).toEqual([200, 401, 401]);
  });

  it('of somebody else is seen and ended by nobody but an administrator of the partnership', async () => {
    const [mine, theirs] = [await signIn('chair'), await signIn('triage')];
    const line = (await as(theirs, 'GET', '/api/v1/sessions')).json().items[0];
    expect((await as(mine, 'DELETE', `/api/v1/sessions/${line.id}`)).statusCode).toBe(404);
    const address = `/api/v1/users/${idOf('triage')}/sessions`;
    for (const method of ['GET', 'DELETE'] as const)
      expect((await as(mine, method, address)).statusCode).toBe(403);
    for (const nobody of [uuidv7(), api.founded.agencies.council])
      for (const method of ['GET', 'DELETE'] as const)
        expect((await api.ask('admin', method, `/api/v1/users/${nobody}/sessions`)).statusCode).toBe(404);
    expect((await api.ask('admin', 'GET', address)).json().items).toHaveLength(1);
    expect((await api.ask('admin', 'DELETE', address)).json()).toEqual({ ended: 1 });
    expect([await status(theirs), await saves(theirs)]).toEqual([401, 401]);
  });

  it('is refused by the database itself to somebody who is neither its person nor an administrator', async () => {
    await signIn('duty');
    const rows = await openOwner(api.database.connections.app, async (client) => {
      await client.query(
        `select set_config('app.partnership', $1, false), set_config('app.user', $2, false),
        set_config('app.principals', '{everyone,role:worker}', false)`,
        [api.founded.partnershipId, idOf('worker')],
      );
      const shown = await client.query('select * from sessions_of($1, null)', [idOf('duty')]);
      const ended = await client.query("select end_sessions_of($1, null, null, 'x') as n", [idOf('duty')]);
      const table = await client
        .query('select * from session')
        .catch((error: { code: string }) => error.code);
      return [shown.rows.length, ended.rows[0].n, table];
    });
    expect(rows).toEqual([0, 0, '42501']);
  });

  it('ends when its person’s roles change, saves what was typed for twelve hours, and reads nothing', async () => {
    const token = await signIn('worker-two');
    await api.give(
      'admin',
      'users/change-role',
      { roles: ['worker', 'member'], reason: 'Joins the panel' },
      idOf('worker-two'),
    );
    expect([await status(token), await saves(token)]).toEqual([401, 200]);
    expect((await as(token, 'GET', '/api/v1/drafts/child-cases.record-referral/new')).statusCode).toBe(401);
    await age('worker-two', "revoked_at = now() - interval '13 hours'");
    expect(await saves(token)).toBe(401);
  });

  it('ends with its person’s access, and saves nothing', async () => {
    const token = await signIn('worker-south');
    await api.give('admin', 'users/end-access', { reason: 'Left' }, idOf('worker-south'));
    expect([await status(token), await saves(token)]).toEqual([401, 401]);
    const why = await sql('select ended_why from session where user_id = $1', [idOf('worker-south')]);
    expect(why.rows).toEqual([{ ended_why: 'access-ended' }]);
    await expect(signIn('worker-south')).rejects.toThrow('has ended');
  });

  it('ends after sixty minutes without a request; for twelve hours it saves what was typed and reads nothing', async () => {
    const token = await signIn('interviewer');
    await age('interviewer', "seen_at = now() - interval '59 minutes'");
    expect(await status(token)).toBe(200);
    await age('interviewer', "seen_at = now() - interval '61 minutes'");
    expect([await status(token), await saves(token)]).toEqual([401, 200]);
    for (const url of ['/api/v1/child-cases', '/api/v1/messages', '/api/v1/sessions', '/api/v1/work-queue'])
      expect((await as(token, 'GET', url)).statusCode, url).toBe(401);
    expect((await as(token, 'DELETE', '/api/v1/drafts/child-cases.record-referral/new')).statusCode).toBe(
      401,
    );
    await age('interviewer', "seen_at = now() - interval '13 hours 1 minute'");
    expect(await saves(token)).toBe(401);
  });

  it('ends after its last hour however busy it is', async () => {
    const token = await signIn('licensing');
    await age('licensing', "expires_at = now() - interval '1 second'");
    expect([await status(token), await saves(token)]).toEqual([401, 200]);
  });

  it('that was signed out saves nothing', async () => {
    const token = await signIn('observer');
    expect((await as(token, 'DELETE', '/api/v1/sessions/current')).statusCode).toBe(204);
    expect(await saves(token)).toBe(401);
  });

  it('ends where the way in was closed since', async () => {
    const who = { userId: idOf('advocate'), partnershipId: api.founded.partnershipId };
    const at = async (tenant: string) =>
      (await beginSession(api.store, who, { method: 'provider', tenant, subject: 'x' })).sessionId;
    const [kept, closed] = [await at('council'), await at('gone')];
    expect(await endSessionsNotAllowed(api.store, { tenants: ['council'], demonstration: true })).toBe(1);
    expect([await status(kept), await status(closed)]).toEqual([200, 401]);
  });

  it('stands in the database as a hash alone', async () => {
    const token = await signIn('police-desk');
    const rows = await sql('select s::text as text from session s');
    const text = JSON.stringify(rows.rows);
    expect(text).not.toContain(token);
    expect(text).not.toContain(Buffer.from(token, 'base64url').toString('hex'));
  });
});

describe('a code for the command line', () => {
  it('signs in once, until the session that showed it would have ended at the latest', async () => {
    const token = await signIn('receiving');
    const { code } = (await as(token, 'POST', '/api/v1/sign-in/hand-over')).json();
    const begun = await api.ask(null, 'POST', '/api/v1/sign-in/from-code', { code });
    expect(begun.statusCode, begun.body).toBe(201);
    expect(begun.json().expiresAt).toBe((await as(token, 'GET', '/api/v1/me')).json().expiresAt);
    expect(await status(begun.json().sessionId)).toBe(200);
    expect((await api.ask(null, 'POST', '/api/v1/sign-in/from-code', { code })).statusCode).toBe(401);
  });

  it('is good for five minutes, and not after its person’s access ended', async () => {
    const token = await signIn('charity-worker');
    const { code } = (await as(token, 'POST', '/api/v1/sign-in/hand-over')).json();
    await sql("update sign_in_step set expires_at = now() - interval '1 second'");
    expect((await api.ask(null, 'POST', '/api/v1/sign-in/from-code', { code })).statusCode).toBe(401);
    const next = (await as(token, 'POST', '/api/v1/sign-in/hand-over')).json();
    await api.give('admin', 'users/end-access', { reason: 'Left' }, idOf('charity-worker'));
    expect((await api.ask(null, 'POST', '/api/v1/sign-in/from-code', { code: next.code })).statusCode).toBe(
      401,
    );
  });
});

describe('a provider’s subject that is bound to an account', () => {
  const bind = (key: string, subject: string) =>
    bindIdentity(api.store, {
      partnershipId: api.founded.partnershipId,
      ...{ tenant: 'council', issuer: 'https://issuer.example.org', subject, userId: idOf(key) },
    });
  const boundTo = async (admin: string, key: string) =>
    (await as(admin, 'GET', `/api/v1/users/${idOf(key)}/sessions`)).json().identities as { id: string }[];

  it('is let go by an administrator, which ends the sessions, and another can be bound then', async () => {
    const admin = await signIn('admin');
    expect(await bind('interviewer', 'one')).toBe(true);
    expect(await bind('interviewer', 'two')).toBe(false);
    const person = await signIn('interviewer');
    const [bound] = await boundTo(admin, 'interviewer');
    const url = `/api/v1/users/${idOf('interviewer')}/identities/${bound?.id}`;
    expect((await as(person, 'DELETE', url)).statusCode).toBe(403);
    const ofAnother = `/api/v1/users/${idOf('senior')}/identities/${bound?.id}`;
    for (const wrong of [ofAnother, `/api/v1/users/${idOf('interviewer')}/identities/not-an-id`])
      expect((await as(admin, 'DELETE', wrong)).statusCode, wrong).toBe(404);
    expect(await status(person)).toBe(200);
    expect((await as(admin, 'DELETE', url)).statusCode).toBe(204);
    expect([await status(person), await boundTo(admin, 'interviewer')]).toEqual([401, []]);
    expect((await as(admin, 'DELETE', url)).statusCode).toBe(404);
    expect(await bind('interviewer', 'two')).toBe(true);
  });

  it('of the administrator who asks stays', async () => {
    expect(await bind('admin', 'own')).toBe(true);
    const admin = await signIn('admin');
    const [own] = await boundTo(admin, 'admin');
    const url = `/api/v1/users/${idOf('admin')}/identities/${own?.id}`;
    expect((await as(admin, 'DELETE', url)).statusCode).toBe(404);
    expect(await boundTo(admin, 'admin')).toEqual([own]);
  });
});

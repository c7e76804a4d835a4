import { beginSession, hashSecret } from '@mase/store';
import { openOwner } from '@mase/store/testing';
import { aReferral } from '@mase/workflow/testing';
import { uuidv7 } from 'uuidv7';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { type TestApi, testApi } from '../testing/test-api.js';

let api: TestApi;
beforeAll(async () => {
  api = await testApi(inject('MASE_TEST_SERVER'));
});
afterAll(() => api.close());

const refer = (who: string, body: object = aReferral()) =>
  api.ask(who, 'POST', '/api/v1/child-cases/record-referral', body, {
    'content-type': 'application/json',
    'idempotency-key': uuidv7(),
  });
const fireService = { name: 'Fernshire Fire Service', kind: 'education', teams: [] };
const agencyBy = async (who: string) =>
  (
    await api.ask(who, 'POST', '/api/v1/agencies/add-agency', fireService, {
      'content-type': 'application/json',
      'idempotency-key': uuidv7(),
    })
  ).statusCode;
const revoke = (who: string) =>
  openOwner(api.database.connections.owner, (owner) =>
    owner.query('update session set revoked_at = now() where user_id = $1', [api.founded.people[who]]),
  );

describe('a session that the api knows from an earlier request', () => {
  it('of somebody whose access has ended gives nothing at the next request', async () => {
    expect((await refer('referrer')).statusCode).toBe(201);
    await api.give('admin', 'users/end-access', { reason: 'Left' }, api.founded.people.referrer);
    expect((await refer('referrer')).statusCode).toBe(401);
    expect((await api.ask('referrer', 'GET', '/api/v1/child-cases')).statusCode).toBe(401);
    expect((await api.ask('referrer', 'GET', '/api/v1/me')).statusCode).toBe(401);
  });

  it('that was revoked is told before a fault of the body or a record that is not there', async () => {
    expect((await api.ask('triage', 'GET', '/api/v1/child-cases')).statusCode).toBe(200);
    expect((await refer('triage', { nothing: 1 })).statusCode).toBe(400);
    await revoke('triage');
    const faulty = await refer('triage', { nothing: 1 });
    expect(faulty.statusCode).toBe(401);
    expect(faulty.body).not.toContain('nothing');
    expect((await api.ask('triage', 'GET', `/api/v1/child-cases/${uuidv7()}`)).statusCode).toBe(401);
    expect((await api.ask('triage', 'GET', '/api/v1/child-cases/not-an-id')).statusCode).toBe(401);
  });

  it('is asked for anew after a minute, also where the database told of no change', async () => {
    const { people, agencies } = api.founded;
    const rota = { name: 'Duty', role: 'duty-manager', agencyId: agencies.council, hours: 'always' };
    const opensRota = async () =>
      (
        await api.ask('worker-south', 'POST', '/api/v1/duty-rotas/open-rota', rota, {
          'content-type': 'application/json',
          'idempotency-key': uuidv7(),
        })
      ).statusCode;
    expect(await opensRota()).toBe(403);
    await openOwner(api.database.connections.owner, (owner) =>
      owner.query('alter table record disable trigger posts_changed'),
    );
    const [from, until] = ['2026-01-01T00:00:00.000Z', '2026-02-01T00:00:00.000Z'];
    const part = { role: 'manager', toId: people['worker-south'], from, until, reason: 'Made up' };
    await api.give('manager-south', 'users/delegate', part, people['manager-south']);
    expect(await opensRota()).toBe(403);
    api.time.now = new Date(Date.parse(api.time.now) + 60_000).toISOString();
    expect(await opensRota()).toBe(201);
  });

  it('of somebody whose roles have changed ends, and a new one acts under the new roles', async () => {
    expect((await api.ask('manager', 'GET', '/api/v1/child-cases')).statusCode).toBe(200);
    expect(await agencyBy('manager')).toBe(403);
    await api.give(
      'admin',
      'users/change-role',
      { roles: ['administrator'], reason: 'A new post' },
      api.founded.people.manager,
    );
    expect(await agencyBy('manager')).toBe(401);
    const { partnershipId, people } = api.founded;
    const again = await beginSession(api.store, { partnershipId, userId: people.manager as string });
    const answer = await api.app.inject({
      method: 'POST',
      url: '/api/v1/agencies/add-agency',
      headers: { authorization: `Bearer ${again.sessionId}`, 'idempotency-key': uuidv7() },
      payload: fireService,
    });
    expect(answer.statusCode).toBe(201);
  });

  it('whose account has changed since is asked for anew, and the command is carried out', async () => {
    expect(await agencyBy('admin')).toBe(201);
    await openOwner(api.database.connections.owner, (owner) =>
      owner.query('update record set version = version + 1 where id = $1', [api.founded.people.admin]),
    );
    expect(await agencyBy('admin')).toBe(201);
  });

  it('does not make a request wait for a long transaction of the same session', async () => {
    const token = await api.tokenOf('chair');
    await openOwner(api.database.connections.owner, (owner) =>
      owner.query("update session set seen_at = now() - interval '5 minutes' where user_id = $1", [
        api.founded.people.chair,
      ]),
    );
    const client = await api.store.pool.connect();
    await client.query('begin');
    await client.query('select * from open_session($1)', [hashSecret(token)]);
    expect((await api.ask('chair', 'GET', '/api/v1/child-cases')).statusCode).toBe(200);
    await client.query('rollback');
    client.release();
  });
});

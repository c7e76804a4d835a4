import { beginSession } from '@mase/store';
import { uuidv7 } from 'uuidv7';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { aGuardedCase, type GuardedCase } from './testing/guarded-cases.js';
import { giverOf } from './testing/guarded-world.js';
import { type TestApi, testApi } from './testing/test-api.js';

let api: TestApi;
let one: GuardedCase;
beforeAll(async () => {
  api = await testApi(inject('MASE_TEST_SERVER'), '2026-11-02T09:00:00.000Z');
  const { give, look } = giverOf(api, api.founded);
  one = await aGuardedCase(give, api.founded.people, { mark: 'own', worker: 'worker', look });
}, 120_000);
afterAll(() => api.close());

/** Sends a command of the case with a key; the version is that of now unless it is said. */
async function send(who: string, verb: string, payload: object, key = uuidv7(), version?: number) {
  const match = version ?? (await api.versionOf(one.childCase));
  const headers = { 'idempotency-key': key, 'if-match': `"${match}"` };
  return api.ask(who, 'POST', `/api/v1/child-cases/${one.childCase}/${verb}`, payload, headers);
}

const view = { of: 'child', words: 'Made-up words', how: 'On a walk' };

describe('a key that comes again', () => {
  it('is answered under the rights of today: 404 once the person no longer sees the case', async () => {
    const key = uuidv7();
    expect((await send('worker-two', 'declare-connection', { reason: 'Kin' }, key)).statusCode).toBe(200);
    const again = await send('worker-two', 'declare-connection', { reason: 'Kin' }, key);
    expect([again.statusCode, again.json().code]).toEqual([404, 'NOT_FOUND']);
  });

  it('403 once another role does not give the command, though the case is still seen; 401 once access has ended', async () => {
    const key = uuidv7();
    const listing = { reason: 'Made up', until: '2026-11-20' };
    expect((await send('coordinator', 'defer-listing', listing, key)).statusCode).toBe(200);
    expect((await send('coordinator', 'defer-listing', listing, key)).json().repeated).toBe(true);
    const userId = api.founded.people.coordinator as string;
    await api.give('admin', 'users/change-role', { roles: ['auditor'], reason: 'A new post' }, userId);
    // The change of role has ended every session: he or she signs in again.
    expect((await send('coordinator', 'defer-listing', listing, key)).statusCode).toBe(401);
    const { partnershipId } = api.founded;
    const { sessionId } = await beginSession(api.store, { userId, partnershipId });
    const headers = { authorization: `Bearer ${sessionId}`, 'idempotency-key': key };
    const later = await api.ask(
      null,
      'POST',
      `/api/v1/child-cases/${one.childCase}/defer-listing`,
      listing,
      headers,
    );
    expect([later.statusCode, later.json().code]).toEqual([403, 'NOT_PERMITTED']);
    await api.give('admin', 'users/end-access', { reason: 'Left' }, userId);
    const ended = await api.ask(
      null,
      'POST',
      `/api/v1/child-cases/${one.childCase}/defer-listing`,
      listing,
      headers,
    );
    expect(ended.statusCode).toBe(401);
  });
});

describe('two people and one version', () => {
  it('one wins; the other learns which version stands now, beside the one that he or she saw', async () => {
    const seen = await api.versionOf(one.childCase);
    const both = await Promise.all(
      ['worker', 'manager'].map((who) => send(who, 'record-view', view, uuidv7(), seen)),
    );
    expect(both.map((answer) => answer.statusCode).sort()).toEqual([200, 412]);
    const lost = both.find((answer) => answer.statusCode === 412);
    expect(lost?.json()).toMatchObject({ code: 'VERSION_STALE', version: seen + 1 });
    expect(lost?.headers.etag).toBe(`"${seen + 1}"`);
    expect(await api.versionOf(one.childCase)).toBe(seen + 1);
  });
});

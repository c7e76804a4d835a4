import { openOwner } from '@mase/store/testing';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, it, vi } from 'vitest';
import { demonstrationEmail } from '../demonstration/people.js';
import { type SignInWorld, signInWorld } from '../testing/sign-in-world.js';

let world: SignInWorld;
beforeAll(async () => {
  world = await signInWorld(inject('MASE_TEST_SERVER'));
});
afterAll(() => world.close());
beforeEach(() => {
  world.council.hostility = {};
  world.police.hostility = {};
});
afterEach(() => {
  vi.useRealTimers();
});

const at = (key: string, over = {}) => ({
  subject: `subject-of-${key}`,
  email: demonstrationEmail(key),
  acr: 'urn:test:mfa',
  amr: ['pwd', 'otp'],
  ...over,
});

async function signsIn(key: string, over = {}): Promise<string> {
  world.council.person = at(key, over);
  const answer = await world.finish(await world.goAndComeBack('council'));
  expect(answer.statusCode, answer.body).toBe(201);
  return answer.json().sessionId as string;
}

describe('signing in at the provider of one’s organisation', () => {
  it('offers the organisations by name and says nothing else of them', async () => {
    expect((await world.ask('GET', '/api/v1/sign-in')).json()).toEqual({
      organisations: [
        { id: 'council', name: 'Fernshire Council' },
        { id: 'police', name: 'Fernshire Police' },
      ],
      idleMinutes: 60,
    });
  });

  it('asks the provider with PKCE, state, nonce, the exact address to come back to, and the second factor', async () => {
    const begun = await world.ask('POST', '/api/v1/sign-in/begin', { organisation: 'council' });
    const asked = new URL(begun.json().continueAt as string).searchParams;
    expect(Object.fromEntries(asked)).toMatchObject({
      client_id: 'mase',
      response_type: 'code',
      code_challenge_method: 'S256',
      redirect_uri: 'https://mase.example.org/session/callback/council',
      acr_values: 'urn:test:mfa',
    });
    for (const name of ['state', 'nonce', 'code_challenge'])
      expect(asked.get(name), name).toMatch(/^[\w-]{43}$/);
  });

  it('binds the subject to the account of the verified address, and knows it again by the subject alone', async () => {
    const first = await signsIn('worker');
    expect((await world.ask('GET', '/api/v1/me', undefined, first)).json()).toMatchObject({
      name: 'Wren Worker',
    });
    const again = await signsIn('worker', { email: 'a-new-name@example.org', emailVerified: false });
    expect((await world.ask('GET', '/api/v1/me', undefined, again)).json()).toMatchObject({
      name: 'Wren Worker',
    });
    const acts = (await world.acts()).filter((one) => one.userId === world.founded.people.worker);
    expect(acts.map((one) => one.about)).toEqual([
      { method: 'provider', tenant: 'council', bound: 'first sign-in' },
      { method: 'provider', tenant: 'council' },
    ]);
  });

  it('asks the provider for the address where the ID token holds none', async () => {
    world.council.hostility = {
      idToken: ({ email: _, email_verified: __, ...claims }) => world.council.sign(claims),
    };
    const token = await signsIn('manager');
    expect((await world.ask('GET', '/api/v1/me', undefined, token)).json()).toMatchObject({
      name: 'Mo Manager',
    });
  });

  it('demands amr where an organisation shows its second factor so', async () => {
    world.police.person = at('intelligence', { acr: undefined, amr: ['pwd', 'otp'] });
    const answer = await world.finish(await world.goAndComeBack('police'));
    expect(answer.statusCode, answer.body).toBe(201);
  });

  it('takes the provider’s new key within a minute of its change', async () => {
    await signsIn('senior');
    world.council.rotateKeys();
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 61_000 });
    await signsIn('senior');
  });

  it('ends the session that the browser had before, so that no id outlives a sign-in', async () => {
    const before = await signsIn('triage');
    const journey = await world.goAndComeBack('council');
    const answer = await world.ask('POST', '/api/v1/sign-in/complete', journey, before);
    expect(answer.statusCode).toBe(201);
    expect((await world.ask('GET', '/api/v1/me', undefined, before)).statusCode).toBe(401);
    expect((await world.ask('GET', '/api/v1/me', undefined, answer.json().sessionId)).statusCode).toBe(200);
  });

  it('goes on to the page that was asked for', async () => {
    world.council.person = at('chair');
    const begun = await world.ask('POST', '/api/v1/sign-in/begin', {
      organisation: 'council',
      returnTo: '/sittings?page=2',
    });
    const { continueAt, browser } = begun.json();
    const gone = await world.council.browse(continueAt);
    if (!('back' in gone)) throw new Error(gone.refused);
    const answer = await world.finish({
      organisation: 'council',
      browser,
      answer: gone.back.search.slice(1),
    });
    expect(answer.json().returnTo).toBe('/sittings?page=2');
  });

  it('keeps no token, code, nonce or verifier of a sign-in, and the state only as a hash', async () => {
    world.council.person = at('duty');
    const journey = await world.goAndComeBack('council');
    const kept = await openOwner(world.database.connections.owner, (client) =>
      client.query('select s.*, encode(token_hash, $1) as hash from sign_in_step s', ['hex']),
    );
    const state = new URLSearchParams(journey.answer).get('state') as string;
    expect(kept.rows.length).toBeGreaterThan(0);
    expect(JSON.stringify(kept.rows)).not.toContain(state);
    expect(JSON.stringify(kept.rows)).not.toContain(journey.browser);
  });
});

describe('signing out', () => {
  it('ends the session and says where the provider signs out, without a token', async () => {
    const token = await signsIn('coordinator');
    const answer = await world.ask('DELETE', '/api/v1/sessions/current', undefined, token);
    const there = new URL(answer.json().continueAt);
    expect([there.origin, there.pathname]).toEqual([world.council.issuer, '/session/end']);
    expect([...there.searchParams.keys()].sort()).toEqual(['client_id', 'post_logout_redirect_uri']);
    expect((await world.ask('GET', '/api/v1/me', undefined, token)).statusCode).toBe(401);
    const gone = await fetch(there, { redirect: 'manual' });
    expect(gone.status).toBe(200);
  });

  const event = { 'http://schemas.openid.net/event/backchannel-logout': {} };
  const claims = (over = {}) => ({
    iss: world.council.issuer,
    aud: 'mase',
    iat: Math.floor(Date.now() / 1000),
    exp: Math.floor(Date.now() / 1000) + 60,
    jti: crypto.randomUUID(),
    sub: 'subject-of-auditor',
    events: event,
    ...over,
  });
  const told = async (over = {}, header = {}) =>
    world.ask('POST', '/api/v1/sign-in/signed-out', {
      organisation: 'council',
      logoutToken: await world.council.sign(claims(over), { typ: 'logout+jwt', ...header }),
    });

  it('at the provider ends every session of that subject here, the command line’s too', async () => {
    const token = await signsIn('auditor');
    const { code } = (await world.ask('POST', '/api/v1/sign-in/hand-over', undefined, token)).json();
    const line = (await world.ask('POST', '/api/v1/sign-in/from-code', { code })).json().sessionId;
    expect((await told()).statusCode).toBe(204);
    for (const one of [token, line])
      expect((await world.ask('GET', '/api/v1/me', undefined, one)).statusCode).toBe(401);
  });

  it.each([
    ['of another issuer', { iss: 'https://evil.example.org' }, {}],
    ['for another client', { aud: 'somebody-else' }, {}],
    ['without the event', { events: {} }, {}],
    ['with a nonce, as an ID token has', { nonce: 'x' }, {}],
    ['that is old', { iat: 1_700_000_000 }, {}],
    ['that names nobody', { sub: undefined }, {}],
    ['of another type', {}, { typ: 'at+jwt' }],
    ['signed with an unknown key', {}, { kid: 'unknown' }],
  ])('is not believed from a logout token %s', async (_name, over, header) => {
    const token = await signsIn('auditor');
    expect((await told(over, header)).statusCode).toBe(403);
    expect((await world.ask('GET', '/api/v1/me', undefined, token)).statusCode).toBe(200);
  });

  it('is believed once from one logout token', async () => {
    const jti = crypto.randomUUID();
    expect((await told({ jti })).statusCode).toBe(204);
    expect((await told({ jti })).statusCode).toBe(403);
  });
});

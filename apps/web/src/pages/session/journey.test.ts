import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { buildWeb } from '../../app.js';
import { PlainBrowser } from '../../testing/browser-form.js';
import { type Asked, type FakeApi, fakeApi, type Said } from '../../testing/fake-api.js';
import { refusals } from './refused/page.js';

let api: FakeApi;
let app: FastifyInstance;
let browser: PlainBrowser;
beforeAll(async () => {
  api = await fakeApi();
  app = await buildWeb({ apiUrl: api.url });
});
afterAll(async () => {
  await app.close();
  await api.close();
});

const uri = 'otpauth://totp/MASE:local%20account?issuer=MASE&secret=ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
const codes = ['ABCD-EFGH-IJKL-MNOP', 'QRST-UVWX-YZ23-4567'];
const session = { sessionId: 'opaque-token', expiresAt: '2026-01-05T21:00:00.000Z' };
const line = (id: string, over = {}) => ({
  id,
  method: 'provider',
  organisation: 'Fernshire Council',
  begunAt: '2026-01-05T09:00:00.000Z',
  seenAt: '2026-01-05T09:30:00.000Z',
  expiresAt: session.expiresAt,
  current: false,
  ...over,
});
const problem = (status: number, code: string, detail = code): Said => ({
  status,
  body: { title: 'No', status, code, detail },
});

let over: (asked: Asked) => Said | undefined;
beforeEach(() => {
  over = () => undefined;
  api.asked.length = 0;
  browser = new PlainBrowser(app);
  api.answer((asked) => over(asked) ?? usual[`${asked.method} ${asked.url}`]);
});

const usual: Record<string, Said> = {
  'GET /api/v1/demonstration-users': { status: 200, body: { users: [] } },
  'GET /api/v1/sign-in': {
    status: 200,
    body: { organisations: [{ id: 'council', name: 'Fernshire Council' }], idleMinutes: 60 },
  },
  'POST /api/v1/sign-in/begin': {
    status: 201,
    body: { continueAt: 'https://login.fernshire.example.org/auth?state=s', browser: 'kept-here' },
  },
  'POST /api/v1/sign-in/complete': { status: 201, body: { ...session, returnTo: '/sittings' } },
  'POST /api/v1/sessions': { status: 202, body: { step: 'a-step', next: 'code' } },
  'POST /api/v1/sign-in/enrolment': { status: 201, body: { secret: 'x', uri } },
  'POST /api/v1/sign-in/code': { status: 201, body: { ...session, recoveryCodes: [] } },
  'POST /api/v1/sign-in/hand-over': { status: 201, body: { code: 'ABCD-EFGH-IJKL-MNOP', minutes: 5 } },
  'GET /api/v1/me': {
    status: 200,
    body: { name: 'Robin Example', roles: [{ id: 'worker', name: 'Worker' }] },
  },
  'GET /api/v1/sessions': { status: 200, body: { items: [line('a', { current: true }), line('b')] } },
  'DELETE /api/v1/sessions/b': { status: 204 },
  'DELETE /api/v1/sessions': { status: 200, body: { ended: 1 } },
  'DELETE /api/v1/sessions/current': {
    status: 200,
    body: { continueAt: 'https://login.fernshire.example.org/end' },
  },
};
const sentTo = (url: string) => api.asked.find((asked) => asked.url === url);

describe('signing in with one’s organisation', () => {
  it('begins with a link to it, which keeps where one was going', async () => {
    await browser.open('/session/sign-in?returnTo=%2Fsittings');
    expect(browser.html).toMatch(/href="\/session\/begin\/council\?returnTo(=|&#x3D;)%2Fsittings"/);
    expect(browser.html).toContain('Sign in with a local account');
  });

  it('goes to the provider with a secret in a cookie of this browser, for a quarter of an hour', async () => {
    const answer = await browser.open('/session/begin/council?returnTo=%2Fsittings');
    expect([answer.statusCode, answer.headers.location]).toEqual([
      303,
      'https://login.fernshire.example.org/auth?state=s',
    ]);
    expect(answer.cookies.find(({ name }) => name === '__Host-mase_sign_in')).toMatchObject({
      value: 'kept-here',
      httpOnly: true,
      secure: true,
      sameSite: 'Lax',
      path: '/',
      maxAge: 900,
    });
    expect(sentTo('/api/v1/sign-in/begin')?.body).toEqual({ organisation: 'council', returnTo: '/sittings' });
  });

  it('comes back with a session, and the secret is gone', async () => {
    await browser.open('/session/begin/council');
    const answer = await browser.open('/session/callback/council?code=c&state=s&iss=i', {
      'sec-fetch-site': 'cross-site',
    });
    expect([answer.statusCode, answer.headers.location]).toEqual([303, '/sittings']);
    expect(sentTo('/api/v1/sign-in/complete')?.body).toEqual({
      organisation: 'council',
      answer: 'code=c&state=s&iss=i',
      browser: 'kept-here',
    });
    expect(browser.cookies.get('__Host-mase_session')).toBe('opaque-token');
    expect(browser.cookies.has('__Host-mase_sign_in')).toBe(false);
  });

  it('in a browser that did not begin it asks the api nothing', async () => {
    const answer = await browser.open('/session/callback/council?code=c&state=s');
    expect(answer.headers.location).toBe('/session/refused?why=SIGN_IN_TOO_OLD');
    expect(api.asked).toEqual([]);
  });

  it('never goes on to another site, whatever the api says', async () => {
    over = (asked) =>
      asked.url === '/api/v1/sign-in/complete'
        ? { status: 201, body: { ...session, returnTo: '//evil.example.org' } }
        : undefined;
    await browser.open('/session/begin/council');
    expect((await browser.open('/session/callback/council?code=c&state=s')).headers.location).toBe('/');
  });

  it('says in plain words why it did not work, and what to do', async () => {
    over = (asked) =>
      asked.url === '/api/v1/sign-in/complete' ? problem(403, 'ACCOUNT_UNKNOWN') : undefined;
    await browser.open('/session/begin/council');
    const answer = await browser.open('/session/callback/council?code=c&state=s');
    expect(answer.headers.location).toBe('/session/refused?why=ACCOUNT_UNKNOWN');
    const shown = await browser.open('/session/refused?why=ACCOUNT_UNKNOWN');
    expect(shown.statusCode).toBe(403);
    expect(browser.html).toContain('You have no account here');
  });

  it.each(Object.keys(refusals))('explains %s', async (why) => {
    await browser.open(`/session/refused?why=${why}`);
    expect(browser.html).toContain(refusals[why]?.title);
    expect(browser.html).toContain('Start again');
  });

  it('explains a reason that it does not know, and repeats nothing of it', async () => {
    await browser.open('/session/refused?why=%3Cscript%3E');
    expect(browser.html).toContain('You were not signed in');
    expect(browser.html).not.toContain('&lt;script');
  });
});

describe('signing in with a local account', () => {
  const typed = { email: 'ada@example.org', password: 'right' };

  it('goes on to the code, and then to where one was going', async () => {
    await browser.open('/session/sign-in?returnTo=%2Fsittings');
    const answer = await browser.send(typed);
    expect(answer.headers.location).toBe('/session/code?returnTo=%2Fsittings');
    await browser.open('/session/code?returnTo=%2Fsittings');
    expect((await browser.send({ code: '123456' })).headers.location).toBe('/sittings');
    expect(sentTo('/api/v1/sign-in/code')?.body).toEqual({ step: 'a-step', code: '123456' });
    expect(browser.cookies.get('__Host-mase_session')).toBe('opaque-token');
  });

  it('says that a code is not right, and how long to wait after too many', async () => {
    await browser.open('/session/sign-in');
    await browser.send(typed);
    await browser.open('/session/code');
    over = (asked) => (asked.url === '/api/v1/sign-in/code' ? problem(401, 'CODE_REFUSED') : undefined);
    expect((await browser.send({ code: '000000' })).body).toContain('The code is not right');
    over = (asked) =>
      asked.url === '/api/v1/sign-in/code'
        ? problem(429, 'TOO_MANY_TRIES', 'Try again in 14 minutes.')
        : undefined;
    expect((await browser.send({ code: '000000' })).body).toContain('Try again in 14 minutes.');
  });

  it('sets codes up once: the key stays the same after a mistyped code, and is asked for once', async () => {
    over = (asked) => {
      if (asked.url === '/api/v1/sessions')
        return { status: 202, body: { step: 'a-step', next: 'enrolment' } };
      const { code } = (asked.body ?? {}) as { code?: string };
      if (asked.url !== '/api/v1/sign-in/code') return undefined;
      return code === '000000'
        ? problem(401, 'CODE_REFUSED')
        : { status: 201, body: { ...session, recoveryCodes: codes } };
    };
    await browser.open('/session/sign-in');
    expect((await browser.send(typed)).headers.location).toBe('/session/enrol?returnTo=%2F');
    await browser.open('/session/enrol?returnTo=%2F');
    expect(browser.html).toContain('ABCD EFGH IJKL MNOP');
    expect(browser.html).toMatch(/<path d="M\d+ \d+h1v1h-1z/);
    expect((await browser.send({ code: '000000' })).body).toContain('ABCD EFGH IJKL MNOP');
    expect(api.asked.filter(({ url }) => url === '/api/v1/sign-in/enrolment')).toHaveLength(1);
    const done = await browser.send({ code: '123456' });
    for (const code of codes) expect(done.body).toContain(code);
    expect(done.body).not.toContain('ABCD EFGH IJKL MNOP QRST');
    expect(done.headers['cache-control']).toBe('no-store');
    expect(browser.cookies.get('__Host-mase_session')).toBe('opaque-token');
  });

  it('tells how long to wait after too many tries', async () => {
    over = (asked) =>
      asked.url === '/api/v1/sessions'
        ? problem(429, 'TOO_MANY_TRIES', 'Try again in 9 minutes.')
        : undefined;
    await browser.open('/session/sign-in');
    expect((await browser.send(typed)).body).toContain('Try again in 9 minutes.');
  });
});

describe('once signed in', () => {
  beforeEach(async () => {
    await browser.open('/session/begin/council');
    await browser.open('/session/callback/council?code=c&state=s');
  });

  it('shows where one is signed in, and ends another session', async () => {
    await browser.open('/session/list');
    expect(browser.html).toContain('Fernshire Council');
    expect(browser.html).toContain('(this one)');
    expect((await browser.send({ session: 'b' })).headers.location).toBe('/session/list');
    expect(sentTo('/api/v1/sessions/b')?.method).toBe('DELETE');
    await browser.open('/session/list');
    await browser.send({ session: 'others' });
    expect(api.asked.at(-1)).toMatchObject({ method: 'DELETE', url: '/api/v1/sessions' });
  });

  it('shows a code for the command line when it is asked for, and only then', async () => {
    await browser.open('/session/hand-over');
    expect(sentTo('/api/v1/sign-in/hand-over')).toBeUndefined();
    const shown = await browser.send({});
    expect(shown.body).toContain('ABCD-EFGH-IJKL-MNOP');
    expect(shown.body).toContain('Give it to nobody');
  });

  it('changes the password of a local account, and says what was wrong with the one typed', async () => {
    over = (asked) =>
      asked.url === '/api/v1/sessions' && asked.method === 'GET'
        ? {
            status: 200,
            body: { items: [line('a', { current: true, method: 'password', organisation: null })] },
          }
        : undefined;
    await browser.open('/session/list');
    expect(browser.html).toContain('href="/session/change-password"');
    await browser.open('/session/change-password');
    const typed = { currentPassword: 'the old one', nextPassword: 'a new long phrase' };
    over = (asked) => (asked.url === '/api/v1/sign-in/password' ? problem(403, 'PASSWORD_WRONG') : undefined);
    const wrong = await browser.send(typed);
    expect(wrong.body).toContain('The password that you have now is not right');
    expect(wrong.body).not.toContain('a new long phrase');
    over = (asked) => (asked.url === '/api/v1/sign-in/password' ? { status: 204 } : undefined);
    expect((await browser.send(typed)).headers.location).toBe('/session/list');
    expect(api.asked.at(-1)?.body).toEqual({ current: 'the old one', next: 'a new long phrase' });
  });

  it('signs out here and offers to sign out of the organisation, by a link that no policy blocks', async () => {
    await browser.open('/session/list');
    const out = await browser.send({}, '/session/sign-out');
    expect(out.body).toContain('href="https://login.fernshire.example.org/end"');
    expect(out.body).not.toContain('Signed in as');
    expect(browser.cookies.has('__Host-mase_session')).toBe(false);
  });
});

describe('what a provider says of a sign-out', () => {
  const tell = (payload: string) =>
    app.inject({
      method: 'POST',
      url: '/session/provider-sign-out/council',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      payload,
    });

  it('is passed on to the api without a form of ours', async () => {
    over = (asked) => (asked.url === '/api/v1/sign-in/signed-out' ? { status: 204 } : undefined);
    expect((await tell('logout_token=a.b.c')).statusCode).toBe(200);
    expect(sentTo('/api/v1/sign-in/signed-out')?.body).toEqual({
      organisation: 'council',
      logoutToken: 'a.b.c',
    });
  });

  it('is answered with 400 where the api does not believe it, or nothing is said', async () => {
    over = () => problem(403, 'ANSWER_NOT_TRUSTED');
    expect((await tell('logout_token=a.b.c')).statusCode).toBe(400);
    expect((await tell('')).statusCode).toBe(400);
  });
});

describe('the address of the browser', () => {
  it.each([
    ['is told to the api as the proxy on this machine says it', '127.0.0.1', '203.0.113.5'],
    [
      'is its own, whatever it says, where no proxy of this machine passes it on',
      '198.51.100.9',
      '198.51.100.9',
    ],
  ])('%s', async (_name, remoteAddress, told) => {
    await app.inject({
      method: 'GET',
      url: '/session/begin/council',
      remoteAddress,
      headers: { 'x-forwarded-for': '203.0.113.5' },
    });
    expect(sentTo('/api/v1/sign-in/begin')?.headers['x-forwarded-for']).toBe(told);
  });
});

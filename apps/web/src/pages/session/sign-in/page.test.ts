import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { buildWeb } from '../../../app.js';
import { PlainBrowser } from '../../../testing/browser-form.js';
import { type Asked, type FakeApi, fakeApi, type Said } from '../../../testing/fake-api.js';

const robin = {
  email: 'robin@example.test',
  name: 'Robin Example',
  roles: ['Social worker'],
  agencyKind: 'social-care',
};
const me = { name: 'Robin Example', roles: [{ id: 'social-worker', name: 'Social worker' }] };

let api: FakeApi;
let app: FastifyInstance;
let browser: PlainBrowser;

const signsIn =
  (users: object[]) =>
  (asked: Asked): Said | undefined => {
    if (asked.url === '/api/v1/demonstration-users') return { status: 200, body: { users } };
    if (asked.url === '/api/v1/me' && asked.headers.authorization === 'Bearer opaque-token')
      return { status: 200, body: me };
    if (asked.method !== 'POST' || asked.url !== '/api/v1/sessions') return undefined;
    const { password } = asked.body as { password?: string };
    const right = password === 'right' || (users.length > 0 && password === undefined);
    return right
      ? { status: 201, body: { sessionId: 'opaque-token' } }
      : { status: 401, body: { title: 'No', status: 401 } };
  };

beforeAll(async () => {
  api = await fakeApi();
  app = await buildWeb({ apiUrl: api.url });
});
afterAll(async () => {
  await app.close();
  await api.close();
});
beforeEach(() => {
  browser = new PlainBrowser(app);
  api.asked.length = 0;
  api.answer(signsIn([]));
});

describe('signing in', () => {
  it('asks for an email address and a password where there is no demonstration', async () => {
    await browser.open('/session/sign-in');
    expect(browser.html).toContain('Email address');
    expect(browser.html).not.toContain('in this demonstration');
  });

  it('keeps the session where no script can read it and no other site can send it', async () => {
    await browser.open('/session/sign-in');
    const response = await browser.send({ email: robin.email, password: 'right' });
    expect([response.statusCode, response.headers.location]).toEqual([303, '/']);
    const session = response.cookies.find(({ name }) => name === '__Host-mase_session');
    expect(session).toMatchObject({
      value: 'opaque-token',
      httpOnly: true,
      sameSite: 'Lax',
      secure: true,
      path: '/',
    });
  });

  it('returns to the page that was asked for, with the name of who signed in', async () => {
    const asked = await browser.open('/?filter=mine');
    expect(asked.headers.location).toBe('/session/sign-in?returnTo=%2F%3Ffilter%3Dmine');
    await browser.open(String(asked.headers.location));
    const response = await browser.send({ email: robin.email, password: 'right' });
    expect(response.headers.location).toBe('/?filter=mine');
    await browser.open('/?filter=mine');
    expect(browser.html).toContain('Signed in as Robin Example, Social worker');
  });

  it('never returns to another site', async () => {
    await browser.open('/session/sign-in?returnTo=https://evil.test/');
    expect((await browser.send({ email: robin.email, password: 'right' })).headers.location).toBe('/');
  });

  it('says nothing about which of the two was wrong, and keeps the address but not the password', async () => {
    await browser.open('/session/sign-in');
    const response = await browser.send({ email: robin.email, password: 'wrong' });
    expect(response.statusCode).toBe(422);
    expect(browser.html).toContain('<title>Error: Sign in');
    expect(browser.html).toContain('The email address or the password is not right');
    expect(browser.html).toContain('value="robin@example.test"');
    expect(browser.html).not.toContain('value="wrong"');
  });

  it('links each error to its field', async () => {
    await browser.open('/session/sign-in');
    await browser.send({});
    for (const id of ['email', 'password']) {
      expect(browser.html).toContain(`<a href="#${id}">`);
      expect(browser.html).toContain(`id="${id}-error"`);
    }
    expect(api.asked.filter(({ method }) => method === 'POST')).toEqual([]);
  });

  it('offers the invented people of a demonstration and asks them for no password', async () => {
    api.answer(signsIn([robin]));
    await browser.open('/session/sign-in');
    expect(browser.html).toContain('Social worker – social care');
    expect((await browser.send({ person: robin.email })).headers.location).toBe('/');
    expect(api.asked.find(({ method }) => method === 'POST')?.body).toEqual({ email: robin.email });
  });

  it('asks who one is when nobody was chosen, and takes another account with its password', async () => {
    api.answer(signsIn([robin]));
    await browser.open('/session/sign-in');
    expect((await browser.send({})).body).toContain('<a href="#person">Select who you are</a>');
    const response = await browser.send({ person: 'other', email: 'kit@example.test', password: 'right' });
    expect(response.headers.location).toBe('/');
    expect(api.asked.findLast(({ method }) => method === 'POST')?.body).toEqual({
      email: 'kit@example.test',
      password: 'right',
    });
  });

  it('says that the service is not answering when the api is silent, and never shows the password', async () => {
    const alone = await buildWeb({ apiUrl: 'http://127.0.0.1:9', cookieSecret: 'x'.repeat(32) });
    const lonely = new PlainBrowser(alone);
    const response = await lonely.open('/session/sign-in');
    expect(response.statusCode).toBe(503);
    expect(response.body).toContain('The service is not answering');
    await alone.close();
  });
});

describe('signing out', () => {
  it('ends the session at the api and in the browser', async () => {
    await browser.open('/session/sign-in');
    await browser.send({ email: robin.email, password: 'right' });
    await browser.open('/');
    await browser.send({}, '/session/sign-out');
    expect(browser.cookies.has('__Host-mase_session')).toBe(false);
    const asked = api.asked.find(({ method }) => method === 'DELETE');
    expect([asked?.url, asked?.headers.authorization]).toEqual([
      '/api/v1/sessions/current',
      'Bearer opaque-token',
    ]);
  });
});

import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { path } from './api-client.js';
import { buildWeb } from './app.js';
import { enter, enterDate } from './error-words.js';
import { goTo, type Page, show } from './page.js';
import { PlainBrowser } from './testing/browser-form.js';
import { type Asked, type FakeApi, fakeApi, type Said } from './testing/fake-api.js';

const visitId = '0190a0b0-0000-7000-8000-000000000007';
const shown = `/visits/${visitId}`;
const form = `${shown}/record`;

const view = `<h1>{{title}}</h1>{{#form}}
{{> textarea (field "reasons" label=(obj text="Reasons"))}}
{{> date-input (date-field "seen" fieldset=(obj legend=(obj text="Seen on")))}}
{{> button text="Save"}}{{/form}}`;

const page: Page = {
  id: 'visits/record',
  url: '/visits/:id/record',
  view,
  fields: { seen: enterDate('the date you saw the child'), reasons: enter('your reasons') },
  draft: (visit) => visit.params.id ?? '',
  async get(visit) {
    const record = await visit.read<{ reasons: string }>(path`/api/v1/visits/${visit.params.id ?? ''}`);
    return show({ title: 'Record a visit', values: { reasons: record.body.reasons }, version: record.etag });
  },
  async post(visit) {
    await visit.send(path`/api/v1/visits/${visit.params.id ?? ''}/record`, {
      reasons: visit.typed('reasons'),
      seen: visit.typedDate('seen'),
    });
    return goTo(shown, 'The visit is recorded');
  },
};

const draftUrl = `/api/v1/drafts/visits.record/${visitId}`;
const problem = (status: number, more: object = {}): Said => ({
  status,
  body: { title: 'Refused', status, ...more },
});

let api: FakeApi;
let app: FastifyInstance;
let browser: PlainBrowser;

const apiSays = (command: Said | undefined, draft?: Said) =>
  api.answer((asked: Asked) => {
    if (asked.url === draftUrl)
      return (
        draft ?? { status: asked.method === 'GET' ? 404 : 200, body: { savedAt: '2026-11-26T10:05:00Z' } }
      );
    if (asked.method === 'GET') return { status: 200, body: { reasons: 'From the record' }, etag: '"v3"' };
    return command;
  });

const typed = { reasons: 'She was frightened', 'seen-day': '5', 'seen-month': '11', 'seen-year': '2026' };
const wasAsked = (method: string) => api.asked.filter((asked) => asked.method === method);

beforeAll(async () => {
  api = await fakeApi();
  app = await buildWeb({ apiUrl: api.url, pages: [page], apiTimeoutMs: 1_000 });
});
afterAll(async () => {
  await app.close();
  await api.close();
});
beforeEach(async () => {
  api.asked.length = 0;
  apiSays({ status: 201, body: {} });
  browser = new PlainBrowser(app);
  browser.cookies.set('__Host-mase_session', 'opaque');
});

describe('an address with a word where a record belongs', () => {
  it('is no page, and the api, which may know that word as something else, is not asked', async () => {
    for (const word of ['picture', 'similar', 'constructor', '7', `${visitId}x`])
      expect((await browser.open(`/visits/${word}/record`)).statusCode).toBe(404);
    expect(api.asked.filter(({ url }) => url.startsWith('/api/v1/visits'))).toEqual([]);
  });

  it('takes no command', async () => {
    await browser.open(form);
    const { statusCode } = await browser.send(typed, '/visits/picture/record');
    expect([statusCode, wasAsked('POST')]).toEqual([404, []]);
  });
});

describe('sending a form', () => {
  it('sends the command with the session, the version it was decided upon and a key that makes repeating harmless', async () => {
    await browser.open(form);
    const first = await browser.send(typed);
    await browser.send(typed);
    expect([first.statusCode, first.headers.location]).toEqual([303, shown]);
    const [one, two] = wasAsked('POST');
    expect(one?.body).toEqual({ reasons: 'She was frightened', seen: '2026-11-05' });
    expect(one?.headers).toMatchObject({ authorization: 'Bearer opaque', 'if-match': '"v3"' });
    expect(one?.headers['idempotency-key']).toMatch(/^[0-9a-f-]{36}$/);
    expect(two?.headers['idempotency-key']).toBe(one?.headers['idempotency-key']);
  });

  it('says once on the next page that it is done, and removes the draft', async () => {
    await browser.open(form);
    await browser.send(typed);
    expect(wasAsked('DELETE').map(({ url }) => url)).toEqual([draftUrl]);
    expect((await browser.open(form)).body).toContain('The visit is recorded');
    expect((await browser.open(form)).body).not.toContain('The visit is recorded');
  });

  it('says once on the next page what could be said otherwise, and keeps nothing of what was written', async () => {
    const found = (term: string, more: object = {}) => ({ term, weight: 'avoid', quoted: false, ...more });
    const language = [
      found('promiscuous'),
      found('promiscuous'),
      found('loner', { quoted: true }),
      found('risk-level', { weight: 'contested' }),
      found('of-a-lexicon-to-come'),
    ];
    apiSays({ status: 200, body: { id: '7', kind: 'childCase', language } });
    await browser.open(form);
    await browser.send(typed);
    const kept = decodeURIComponent(browser.cookies.get('__Host-mase_language') ?? '');
    const left = { terms: ['promiscuous', 'of-a-lexicon-to-come'], correct: '/child-cases/7/correct-record' };
    expect(JSON.parse(kept.slice(0, kept.lastIndexOf('.')))).toEqual(left);
    const { body } = await browser.open(form);
    expect(body.match(/“promiscuous”: It judges the child/g)).toHaveLength(1);
    expect(body).toContain('href="/child-cases/7/correct-record"');
    for (const word of ['loner', 'risk-level', 'lexicon-to-come', 'more.']) expect(body).not.toContain(word);
    expect((await browser.open(form)).body).not.toContain('promiscuous');
  });

  it('asks the api at most twice to open a page, beside the words of the area, which it keeps for a minute', async () => {
    await browser.open(form);
    expect(api.asked.filter(({ url }) => url !== '/api/v1/profile-words')).toHaveLength(2);
  });
});

describe('a form with faults', () => {
  it('is shown again with what was typed, each error in its own words, in the order of the form, linked to its field', async () => {
    apiSays(
      problem(400, {
        errors: [
          { pointer: '/reasons', code: 'isNotEmpty', detail: 'reasons should not be empty' },
          { pointer: '/seen', code: 'isDateString', detail: 'seen must be a date' },
        ],
      }),
    );
    await browser.open(form);
    const response = await browser.send({ ...typed, 'seen-day': '40' });
    expect(response.statusCode).toBe(422);
    expect(response.body).toContain('<title>Error: Record a visit');
    const links = [...response.body.matchAll(/<a href="(#[^"]+)">([^<]+)<\/a><\/li>/g)].map(
      ([, href, text]) => [href, text],
    );
    expect(links).toEqual([
      ['#seen-day', 'The date you saw the child must be a real date, like 26 11 2026'],
      ['#reasons', 'Enter your reasons'],
    ]);
    for (const [href] of links) expect(response.body).toContain(`id="${href?.slice(1)}"`);
    expect(response.body).toContain('>She was frightened</textarea>');
    expect(response.body).toMatch(/name="seen-day"[^>]*value="40"/);
  });
});

describe('what was typed', () => {
  it('is put back from the draft when the form is opened again, before what the record holds', async () => {
    apiSays(undefined, {
      status: 200,
      body: { fields: { reasons: 'Half a sentence' }, savedAt: '2026-11-26T10:05:00Z' },
    });
    const { body } = await browser.open(form);
    expect(body).toContain('>Half a sentence</textarea>');
    expect(body).toContain('What you typed until Thursday 26 November 2026 at 10:05 was put back.');
  });

  it('becomes a draft when the session has ended, and sign-in returns to the form', async () => {
    await browser.open(form);
    apiSays(problem(401));
    const response = await browser.send(typed);
    expect(response.headers.location).toBe(`/session/sign-in?returnTo=${encodeURIComponent(form)}`);
    expect(wasAsked('PUT')[0]).toMatchObject({ url: draftUrl, body: { fields: typed } });
  });

  it.each([
    [403, 'You cannot do this'],
    [409, 'This cannot be done now'],
    [412, 'Somebody changed this record while you were working'],
    [428, 'Somebody changed this record while you were working'],
  ])('is kept as a draft and shown when the api answers %i', async (status, title) => {
    await browser.open(form);
    apiSays(
      problem(status, { detail: 'The api says why.', missing: [{ words: 'A police view', who: 'police' }] }),
    );
    const response = await browser.send(typed);
    expect(response.statusCode).toBe(status === 428 ? 412 : status);
    expect(response.body).toContain(title);
    expect(response.body).toContain('saved as your draft');
    expect(response.body).toContain('She was frightened');
    expect(response.body).toContain('A police view (police)');
    expect(response.body).toContain(`href="${form}"`);
  });

  it('stands on the page, to be copied, when the record is no longer open to the person', async () => {
    await browser.open(form);
    apiSays(problem(404));
    const response = await browser.send(typed);
    expect(response.body).toContain('Page not found');
    expect(response.body).toContain('copy what you need');
    expect(response.body).toMatch(/Seen<\/dt>\s*<dd[^>]*>5 11 2026/);
    expect(wasAsked('PUT')).toEqual([]);
  });

  it('stands on the page, to be copied, when it could not be saved either', async () => {
    await browser.open(form);
    apiSays(problem(401), problem(401));
    const response = await browser.send(typed);
    expect(response.statusCode).toBe(401);
    expect(response.body).toContain('copy what you need');
    expect(response.body).toContain('She was frightened');
  });

  it('can be sent again with the same key when the api gave no answer in time', async () => {
    await browser.open(form);
    apiSays({ status: 201, body: {}, afterMs: 1_500 }, { status: 200, body: {}, afterMs: 1_500 });
    const response = await browser.send(typed);
    expect(response.statusCode).toBe(503);
    expect(response.body).toContain('Send it again');
    apiSays({ status: 201, body: {} });
    await browser.send({});
    const keys = wasAsked('POST').map(({ headers }) => headers['idempotency-key']);
    expect([keys.length, new Set(keys).size]).toEqual([2, 1]);
    expect(wasAsked('POST')[1]?.body).toEqual({ reasons: 'She was frightened', seen: '2026-11-05' });
  });

  it('never becomes markup on an error page', async () => {
    await browser.open(form);
    apiSays(problem(409));
    expect((await browser.send({ ...typed, reasons: '<script>alert(1)</script>' })).body).not.toContain(
      '<script>alert',
    );
  });
});

describe('a page whose record', () => {
  it.each([[403], [404], [500], [503]])(
    'is answered with %i by the api says so with that status',
    async (status) => {
      api.answer(() => problem(status));
      expect((await browser.open(form)).statusCode).toBe(status);
    },
  );

  it('belongs to an ended session leads to sign-in and back', async () => {
    api.answer(() => problem(401));
    expect((await browser.open(form)).headers.location).toBe(
      `/session/sign-in?returnTo=${encodeURIComponent(form)}`,
    );
  });
});

describe('saving by itself', () => {
  it('passes what was typed to the api and answers when it was saved', async () => {
    await browser.open(form);
    const token = /name="_csrf" value="([^"]+)"/.exec(browser.html)?.[1] ?? '';
    const cookie = [...browser.cookies]
      .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
      .join('; ');
    const headers = { cookie, 'x-csrf-token': token, 'content-type': 'application/json' };
    const response = await app.inject({
      method: 'PUT',
      url: `/drafts/visits.record/${visitId}`,
      headers,
      payload: { values: { reasons: 'x', _csrf: 'no' } },
    });
    expect(response.json()).toEqual({ saved: '10:05' });
    expect(wasAsked('PUT')[0]).toMatchObject({ url: draftUrl, body: { fields: { reasons: 'x' } } });
  });
});

import type { AddressInfo } from 'node:net';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { buildWeb } from './app.js';
import { enter, select } from './error-words.js';
import { again, type Page, show } from './page.js';
import { pages } from './pages.js';
import { startBrowser, type TestBrowser } from './testing/browser.js';
import { type Asked, type FakeApi, fakeApi, type Said } from './testing/fake-api.js';

const people = ['Robin Example', 'Sam Sample', 'Alex Specimen'].map((name, index) => ({
  email: `person${index}@example.test`,
  name,
  roles: [['Social worker', 'Panel chair', 'Police intelligence officer'][index]],
  agencyKind: ['social-care', 'partnership', 'police'][index],
}));

const everyField = `<h1 class="govuk-heading-l">{{title}}</h1>
{{#form}}
{{> radios (field "outcome" fieldset=(obj legend=(obj text="Outcome")) items=(list
  (obj value="yes" text="Assess")
  (obj value="no" text="Close" conditional=(obj html=(render "input" (field "why" label=(obj text="Why"))))))) }}
{{> checkboxes (boxes "kinds" fieldset=(obj legend=(obj text="Kinds")) items=(list (obj value="a" text="Online") (obj value="b" text="Criminal")))}}
{{> character-count (field "reasons" label=(obj text="Reasons") maxlength=200)}}
{{> date-input (date-field "seen" fieldset=(obj legend=(obj text="Seen on")))}}
{{> select (field "agency" label=(obj text="Agency") items=(list (obj value="" text="Choose") (obj value="p" text="Police")))}}
{{> button text="Save"}}
{{/form}}
{{> moj-sortable-table caption="Actions" head=(list (obj text="Due") (obj text="Action")) rows=(list (list (obj text="1 May") (obj text="Visit")))}}
{{> moj-button-menu button=(obj text="More") items=(list (obj text="Print" href="/") (obj text="Share" href="/"))}}
{{> tabs idPrefix="part" items=(list (obj label="One" id="one" panel=(obj text="First")) (obj label="Two" id="two" panel=(obj text="Second")))}}`;

const visitId = '0190a0b0-0000-7000-8000-000000000007';

const formPage: Page = {
  id: 'visits/record',
  url: '/visits/:id/record',
  open: true,
  view: everyField,
  fields: { outcome: select('an outcome'), reasons: enter('your reasons') },
  draft: (visit) => visit.params.id ?? '',
  get: async () => show({ title: 'Record a visit', back: { href: '/' } }),
  async post(visit) {
    if (visit.typed('reasons'))
      await visit.send(`/api/v1/visits/${visitId}/record`, { reasons: visit.typed('reasons') });
    return again({
      outcome: 'Select an outcome',
      reasons: 'Enter your reasons',
      kinds: 'Select a kind',
      seen: 'Enter a date',
      agency: 'Select an agency',
    });
  },
};

const brokenPage: Page = {
  id: 'faults/happen',
  url: '/broken',
  open: true,
  view: '',
  get: async () => Promise.reject(new Error('a fault')),
};

let api: FakeApi;
let app: FastifyInstance;
let browser: TestBrowser;
let base: string;
let draftSays: Said;
let commandSays: Said;

const says = (asked: Asked): Said | undefined => {
  if (asked.url.endsWith('/demonstration-users')) return { status: 200, body: { users: people } };
  if (asked.url.endsWith('/sessions')) return { status: 201, body: { sessionId: 't' } };
  if (asked.url.endsWith('/me'))
    return { status: 200, body: { name: 'Robin Example', roles: [{ name: 'Social worker' }] } };
  if (asked.url.includes('/drafts/') && asked.method === 'PUT') return draftSays;
  if (asked.url.endsWith('/record')) return commandSays;
  if (asked.url.endsWith('/language/check')) return { status: 200, body: { findings: [] } };
  return undefined;
};

beforeAll(async () => {
  api = await fakeApi();
  api.answer(says);
  app = await buildWeb({
    apiUrl: api.url,
    secure: false,
    phase: 'Everybody and everything here is invented.',
    sections: [
      { text: 'Start', href: '/' },
      { text: 'Cases', href: '/cases' },
    ],
    pages: [...pages, formPage, brokenPage],
  });
  await app.listen({ host: '127.0.0.1', port: 0 });
  base = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`;
  browser = await startBrowser();
});
afterAll(async () => {
  await browser?.close();
  await app.close();
  await api.close();
});
beforeEach(async () => {
  await browser.context.setOffline(false);
  api.asked.length = 0;
  draftSays = { status: 200, body: { savedAt: '2026-11-26T10:05:00Z' } };
});

const puts = () => api.asked.filter(({ method }) => method === 'PUT');

describe('a page in a real browser', () => {
  it.each([
    ['sign-in', '/session/sign-in'],
    ['a form with every kind of field', `/visits/${visitId}/record`],
    ['a page that is not there', '/nowhere'],
    ['a fault', '/broken'],
  ])(
    'has no accessibility violation, no console error, nothing refused and nothing from elsewhere: %s',
    async (_, url) => {
      const { page, faults } = await browser.open(base + url);
      expect(await faults()).toEqual([]);
      await page.close();
    },
  );

  it('is still right with errors on every kind of field, at the width of a telephone', async () => {
    const { page, faults } = await browser.open(`${base}/visits/${visitId}/record`);
    await page.setViewportSize({ width: 320, height: 640 });
    await page.click('button:has-text("Save")');
    await page.waitForSelector('.govuk-error-summary');
    expect(await page.title()).toMatch(/^Error: /);
    expect(await page.evaluate('document.documentElement.scrollWidth <= 320')).toBe(true);
    await page.click('.govuk-error-summary a[href="#outcome"]');
    expect(await page.evaluate('document.activeElement.id')).toBe('outcome');
    expect(await faults()).toEqual([]);
    await page.close();
  });

  it.each([401, 409, 503])('is still right when the api answers a sent form with %i', async (status) => {
    const missing = [{ words: 'A police view', who: 'police' }];
    commandSays = { status, body: { title: 'Refused', status, detail: 'Why it was refused.', missing } };
    draftSays = { status: 503, body: { title: 'Not now', status: 503 } };
    const { page, faults } = await browser.open(`${base}/visits/${visitId}/record`);
    await page.fill('#reasons', 'She asked for help');
    await page.click('button:has-text("Save")');
    await page.getByText('What was kept').waitFor();
    expect(await page.locator('.mase-typed').textContent()).toContain('She asked for help');
    expect(await faults()).toEqual([]);
    await page.close();
  });

  it('signs in with one choice and shows who is signed in, then out', async () => {
    const { page, faults } = await browser.open(`${base}/session/sign-in`);
    await page.check('text=Robin Example');
    await page.click('button:has-text("Sign in")');
    await page.waitForURL(`${base}/`);
    expect(await page.textContent('.mase-who')).toContain('Signed in as Robin Example, Social worker');
    expect(await faults()).toEqual([]);
    await page.click('text=Sign out');
    await page.waitForURL(`${base}/session/sign-in`);
    await page.close();
  });
});

describe('typed text', () => {
  it('is saved as well where it was typed before the page was ready to save', async () => {
    const { page } = await browser.open(`${base}/`);
    let ready = () => {};
    const typed = new Promise<void>((done) => {
      ready = done;
    });
    await page.route('**/start.js', async (route) => {
      await typed;
      await route.continue();
    });
    await page.goto(`${base}/visits/${visitId}/record`, { waitUntil: 'commit' });
    await page.fill('#reasons', 'Typed at once');
    ready();
    await page.getByText('Saved at 10:05').waitFor({ timeout: 10_000 });
    expect(puts()[0]).toMatchObject({ body: { fields: { reasons: 'Typed at once' } } });
    await page.close();
  });

  it('saves itself within ten seconds, says when, and leaves nothing in the browser', async () => {
    const { page, faults } = await browser.open(`${base}/visits/${visitId}/record`);
    await page.fill('#reasons', 'She was frightened');
    await page.getByText('Saved at 10:05').waitFor({ timeout: 10_000 });
    expect(puts()[0]).toMatchObject({
      url: `/api/v1/drafts/visits.record/${visitId}`,
      body: { fields: { reasons: 'She was frightened' } },
    });
    expect(await page.evaluate('localStorage.length + sessionStorage.length')).toBe(0);
    expect(await faults()).toEqual([]);
    await page.close();
  });

  it('is saved when the connection comes back', async () => {
    const { page } = await browser.open(`${base}/visits/${visitId}/record`);
    await browser.context.setOffline(true);
    await page.fill('#reasons', 'Typed on a train');
    await page.getByText('there is no connection').waitFor();
    await browser.context.setOffline(false);
    await page.getByText('Saved at 10:05').waitFor({ timeout: 10_000 });
    expect(puts().at(-1)?.body).toMatchObject({ fields: { reasons: 'Typed on a train' } });
    await page.close();
  });

  it('is not sent and stays on the page while there is no connection, and is sent once there is one', async () => {
    commandSays = { status: 201, body: { id: '7', version: 1 } };
    const sent = () => api.asked.filter(({ url }) => url.endsWith('/record'));
    const { page } = await browser.open(`${base}/visits/${visitId}/record`);
    await browser.context.setOffline(true);
    await page.fill('#reasons', 'Typed for five minutes');
    await page.click('button:has-text("Save")');
    await page.getByText('Nothing was sent: there is no connection').waitFor();
    expect(await page.inputValue('#reasons')).toBe('Typed for five minutes');
    expect(sent()).toEqual([]);
    await browser.context.setOffline(false);
    await page.click('button:has-text("Save")');
    await expect.poll(() => sent().length, { timeout: 10_000 }).toBe(1);
    expect(sent()[0]?.body).toMatchObject({ reasons: 'Typed for five minutes' });
    // A tab that is closed on its way to another page may never say that it is.
    await page.waitForSelector('.govuk-error-summary');
    await page.close();
  });

  it('is saved although the site was started again since the form was opened', async () => {
    const { page } = await browser.open(`${base}/visits/${visitId}/record`);
    await browser.context.clearCookies({ name: 'mase_form' });
    await page.fill('#reasons', 'Typed before the restart');
    await page.getByText('Saved at 10:05').waitFor({ timeout: 10_000 });
    expect(puts().at(-1)?.body).toMatchObject({ fields: { reasons: 'Typed before the restart' } });
    const errors = [{ pointer: '/outcome', code: 'isIn', detail: 'outcome must be one of these' }];
    commandSays = { status: 400, body: { title: 'Faults', status: 400, errors } };
    await page.click('button:has-text("Save")');
    await page.waitForSelector('.govuk-error-summary');
    expect(await page.inputValue('#reasons')).toBe('Typed before the restart');
    await page.close();
  });

  it('stays on the page, and it says so, when the session has ended', async () => {
    draftSays = { status: 401, body: { title: 'No session', status: 401 } };
    const { page } = await browser.open(`${base}/visits/${visitId}/record`);
    await page.fill('#reasons', 'Still here');
    await page.getByText('your session has ended').waitFor();
    expect(await page.inputValue('#reasons')).toBe('Still here');
    await page.close({ runBeforeUnload: false });
  });
});

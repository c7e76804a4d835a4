import { afterAll, beforeAll, expect, it } from 'vitest';
import { buildWeb } from './app.js';
import { PlainBrowser } from './testing/browser-form.js';
import { type FakeApi, fakeApi } from './testing/fake-api.js';

const listed = {
  id: '0199aaaa-0000-7000-8000-000000000001',
  name: 'Robin Synthetic',
  reference: 'C-0001',
  grade: 'high',
  nextDue: '2026-11-30T23:59:59Z',
  nextStep: 'reassessment',
  state: { work: 'monitoring', panel: 'notListed' },
};
const words = {
  timeZone: 'Europe/London',
  nation: 'england-and-wales',
  grades: { high: 'Category 3' },
  clocks: { reassessment: { label: 'Look at the category again', starts: 'the category' } },
  listingBases: {},
  challengeStages: [],
  retentionRules: {},
};

let api: FakeApi;
let close: () => Promise<void>;
let app: Awaited<ReturnType<typeof buildWeb>>;

beforeAll(async () => {
  api = await fakeApi();
  app = await buildWeb({ apiUrl: api.url, secure: false });
  close = async () => {
    await app.close();
    await api.close();
  };
});
afterAll(() => close());

const signedIn = (session: string): PlainBrowser => {
  const browser = new PlainBrowser(app);
  browser.cookies.set('mase_session', session);
  return browser;
};
const answering = (said: { status: number; body: unknown }) =>
  api.answer(({ url }) =>
    url.includes('/profile-words') ? said : { status: 200, body: { items: [listed], next: null } },
  );

it('a page calls grades and clocks what the reader’s area calls them, and asks once a minute', async () => {
  answering({ status: 200, body: words });
  const browser = signedIn('one');
  await browser.open('/child-cases');
  expect(browser.html).toContain('Category 3');
  expect(browser.html).toContain('Look at the category again');
  await browser.open('/child-cases');
  expect(api.asked.filter(({ url }) => url.includes('/profile-words'))).toHaveLength(1);
});

it('a page whose area cannot be asked speaks England’s words, and asks again', async () => {
  answering({ status: 503, body: { title: 'Busy', status: 503 } });
  const browser = signedIn('two');
  await browser.open('/child-cases');
  expect(browser.html).toContain('High');
  answering({ status: 200, body: words });
  await browser.open('/child-cases');
  expect(browser.html).toContain('Category 3');
});

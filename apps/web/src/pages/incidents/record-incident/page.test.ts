import { afterAll, beforeAll, expect, it } from 'vitest';
import { buildWeb } from '../../../app.js';
import { PlainBrowser } from '../../../testing/browser-form.js';
import { type FakeApi, fakeApi } from '../../../testing/fake-api.js';

let api: FakeApi;
let browser: PlainBrowser;
let close: () => Promise<void>;
/** The forces that the area lists. */
let forces: string[];

beforeAll(async () => {
  api = await fakeApi();
  api.answer(({ method, url }) => {
    if (url.includes('/drafts/')) return { status: method === 'GET' ? 404 : 204 };
    if (url.startsWith('/api/v1/me')) return { status: 200, body: { profile: { forces } } };
    return { status: 200, body: { items: [] } };
  });
  const app = await buildWeb({ apiUrl: api.url, secure: false });
  browser = new PlainBrowser(app);
  browser.cookies.set('mase_session', 'open');
  close = async () => {
    await app.close();
    await api.close();
  };
});
afterAll(() => close());

const form = '/incidents/record-incident';
const field = () => /<(select|input)[^>]*name="force"[^>]*>/.exec(browser.html)?.[1];
const options = () => {
  const list = /<select[^>]*name="force"[^>]*>([\s\S]*?)<\/select>/.exec(browser.html)?.[1] ?? '';
  return [...list.matchAll(/<option value="([^"]*)"( selected)?/g)].map(([, value, selected]) =>
    selected ? `${value} *` : value,
  );
};

it('the force is chosen from the list of the area, where it has one', async () => {
  forces = ['Fernshire Police', 'Testshire Constabulary'];
  await browser.open(form);
  expect(field()).toBe('select');
  expect(options().map((one) => one?.replace(' *', ''))).toEqual(['', ...forces]);
});

it('a link that names the force in another spelling chooses the one that it means', async () => {
  forces = ['Fernshire Police', 'Testshire Constabulary'];
  await browser.open(`${form}?force=${encodeURIComponent('testshire  CONSTABULARY')}`);
  expect(options()).toContain('Testshire Constabulary *');
});

it('the force is typed where the area lists none', async () => {
  forces = [];
  await browser.open(form);
  expect(field()).toBe('input');
});

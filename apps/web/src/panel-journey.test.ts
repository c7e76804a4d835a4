import type { AddressInfo } from 'node:net';
import type { FastifyInstance } from 'fastify';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { buildWeb } from './app.js';
import { startBrowser, type TestBrowser } from './testing/browser.js';
import { dayAhead, type PanelWorld, panelWorld } from './testing/panel-world.js';
import { type PersonKey, type RealApi, realApi } from './testing/real-api.js';

let api: RealApi;
let app: FastifyInstance;
let browser: TestBrowser;
let base: string;
let world: PanelWorld;
let sitting: string;

beforeAll(async () => {
  api = await realApi(inject('MASE_TEST_SERVER'));
  world = await panelWorld(api);
  app = await buildWeb({ apiUrl: api.url, secure: false });
  await app.listen({ host: '127.0.0.1', port: 0 });
  base = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`;
  browser = await startBrowser();
  browser.context.setDefaultTimeout(20_000);
});
afterAll(async () => {
  await browser?.close();
  await app?.close();
  await api?.close();
});

const names: Partial<Record<PersonKey, string>> = { coordinator: 'Cam Coordinator', chair: 'Chris Chair' };

async function signIn(who: PersonKey): Promise<Page> {
  await browser.context.clearCookies();
  const { page } = await browser.open(`${base}/session/sign-in`);
  await page.getByLabel(names[who] ?? '').check();
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.waitForURL((url) => !url.pathname.startsWith('/session'));
  return page;
}

const press = (page: Page, name: string): Promise<void> =>
  page.getByRole('button', { name, exact: true }).click();

async function fillDate(page: Page, name: string, day: string): Promise<void> {
  const [year = '', month = '', date = ''] = day.split('-');
  await page.fill(`#${name}-day`, date);
  await page.fill(`#${name}-month`, month);
  await page.fill(`#${name}-year`, year);
}

/** Presses Tab until the element with this id has the focus; fails after a hundred. */
async function tabTo(page: Page, id: string): Promise<void> {
  for (let presses = 0; presses < 100; presses += 1) {
    if ((await page.evaluate('document.activeElement.id')) === id) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab does not reach ${id}`);
}

describe('a sitting from its date to its papers, in a browser', () => {
  it('the coordinator schedules it and builds the agenda from two listed cases', async () => {
    const page = await signIn('coordinator');
    await page.goto(`${base}/sittings/schedule-sitting`);
    await fillDate(page, 'startsAt', dayAhead(7));
    await page.fill('#startsAt-time', '14:00');
    await page.fill('#endsAt', '14:30');
    await page.fill('#place', 'Committee room 2');
    await page.selectOption('#chairId', api.ids.chair);
    await press(page, 'Schedule the sitting');
    await page.getByText('The sitting is scheduled.').waitFor();
    sitting = new URL(page.url()).pathname;
    await page.getByRole('button', { name: 'Open the agenda' }).click();
    await press(page, 'Open the agenda');
    await page.getByRole('button', { name: 'Add an item' }).click();
    for (const name of ['Juniper Synthetic', 'Rowan Synthetic'])
      await page.getByLabel(name, { exact: true }).check();
    expect(await page.inputValue(`[name="asked-${world.listed[0]}"]`)).toContain(
      'Is the plan for Juniper enough',
    );
    await page.fill(`[name="minutes-${world.listed[0]}"]`, '9');
    await press(page, 'Add the ticked cases');
    await page.getByText('2 items were added.').waitFor();
    expect(await page.textContent('main')).toContain('minutes too long');
    await page.close();
  });

  it('moves an item up, and issues the papers to the panel', async () => {
    const page = await signIn('coordinator');
    await page.goto(base + sitting);
    const names = () => page.locator('th[scope="row"] > a:first-child').allTextContents();
    const before = await names();
    await page.getByRole('button', { name: `Move ${before[1]} up` }).click();
    await page.waitForURL(/#agenda$/);
    expect(await names()).toEqual([before[1], before[0]]);
    await page.getByRole('button', { name: 'Issue the papers' }).click();
    await press(page, 'Issue the papers');
    await page.getByText('The papers are issued').waitFor();
    await page.goto(`${base}${sitting}?papers=all`);
    expect(await page.textContent('main')).toContain('Pat Police-Member');
    await page.close();
  });

  it('the chair records who is there, and starts', async () => {
    const page = await signIn('chair');
    await page.goto(base + sitting);
    await page.getByRole('button', { name: 'Record attendance' }).click();
    const here = page.locator('.mase-row:has(input[type="hidden"]) button[value$=":present"]');
    await here.first().waitFor();
    const expected = await here.count();
    for (let at = 0; at < expected; at += 1) {
      await here.nth(at).click();
      await page.locator(`#row-${at} .govuk-tag`, { hasText: 'Present' }).waitFor();
    }
    await page.goto(base + sitting);
    expect(await page.textContent('.mase-facts')).toContain('Quorate');
    await page.getByRole('button', { name: 'Start the sitting' }).click();
    await press(page, 'Start the sitting');
    await page.getByText('The sitting is in session.').waitFor();
    await page.close();
  });

  it('records two decisions by keyboard alone, with one new action, and nothing is lost on the way', async () => {
    const page = await signIn('chair');
    await page.goto(base + sitting);
    await page.getByRole('button', { name: 'Go to item 4' }).focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(/record-panel-decision$/);
    expect(await page.evaluate('document.activeElement.textContent.trim()')).toBe('Open this item');
    await page.keyboard.press('Enter');
    await page.locator('.mase-timer__now').getByText('left').waitFor();
    await page.keyboard.press('Alt+2');
    await tabTo(page, 'reasons');
    await page.keyboard.type('The nurse cannot reach her: the plan changes.');
    await page.getByText(/^Saved at/).waitFor();
    await page.reload();
    expect(await page.inputValue('#reasons')).toBe('The nurse cannot reach her: the plan changes.');
    await tabTo(page, 'actions-0-what');
    await page.keyboard.type('Meet her at school instead');
    await tabTo(page, 'actions-0-ownerId');
    await page.keyboard.type('Hana');
    await tabTo(page, 'actions-0-due');
    await page.keyboard.type('2w');
    await page.keyboard.press('Control+Enter');
    await page
      .getByText('Enter the next review date')
      .first()
      .or(page.getByText('The next review date is fixed'))
      .first()
      .waitFor();
    await tabTo(page, 'nextReview');
    await page.keyboard.type('4w');
    await page.keyboard.press('Control+Enter');
    await page.getByText('The decision is recorded.').waitFor();
    expect(await page.textContent('.mase-session__head')).toContain('Item 5 of 5');
    await page.keyboard.press('Alt+1');
    await tabTo(page, 'reasons');
    await page.keyboard.type('The plan works.');
    await tabTo(page, 'nextReview');
    await page.keyboard.type('3m');
    await page.keyboard.press('Control+Enter');
    await page.getByText('Every item of the agenda has an outcome.').waitFor();
    await page.close();
    const { body } = await api.ask<{ items: { what: string; due: string }[] }>(
      'memberHealth',
      'GET',
      '/api/v1/plan-actions?owner=me',
    );
    expect(body.items.find(({ what }) => what === 'Meet her at school instead')?.due).toBe(dayAhead(14));
  });

  it('ends the sitting, changes the minutes, agrees them and takes the pack of one recipient', async () => {
    const page = await signIn('chair');
    await page.goto(base + sitting);
    await page.getByRole('button', { name: 'End the sitting' }).click();
    await press(page, 'End the sitting');
    await page.getByText('Its minutes are drafted').waitFor();
    await page.getByRole('button', { name: 'Change the minutes' }).click();
    await page
      .getByLabel('Text of section 1', { exact: true })
      .fill('The sitting was quorate. The chair thanked the partners.');
    await press(page, 'Save as a new version');
    await page.getByText('A new version of the minutes is kept.').waitFor();
    await page.getByRole('link', { name: 'Agree these minutes as they stand' }).click();
    await press(page, 'Agree the minutes');
    await page.getByText('The minutes are agreed.').waitFor();
    expect(await page.textContent('main')).toContain('The chair thanked the partners.');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Pack (PDF) for Pat Police-Member' }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/^pack-.*\.pdf$/);
    const chunks: Buffer[] = [];
    for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer);
    expect(Buffer.concat(chunks).subarray(0, 5).toString()).toBe('%PDF-');
    await page.close();
  });
});

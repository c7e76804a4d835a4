import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { startBrowser, type TestBrowser } from './testing/browser.js';
import { type KilledSite, killedSite } from './testing/killed-site.js';
import { nameOf } from './testing/real-api.js';

/** How often each end comes; `npm run soak -- drafts` has them come many times. */
const rounds = Number(process.env.MASE_SOAK_DRAFTS ?? 1);
const mostLostMs = 10_000;
const between = (least: number, most: number) => least + Math.random() * (most - least);
const form = '/child-cases/record-referral';

let site: KilledSite;
let browser: TestBrowser;
beforeAll(async () => {
  site = await killedSite(inject('MASE_TEST_SERVER'));
  browser = await startBrowser();
  browser.context.setDefaultTimeout(30_000);
});
afterAll(async () => {
  await browser?.close();
  await site?.close();
});

async function signIn(page: Page): Promise<void> {
  await page.goto(`${site.base}/session/sign-in`);
  await page.getByLabel(nameOf('worker'), { exact: true }).check();
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.waitForURL((url) => !url.pathname.startsWith('/session'));
}

/** Words with the time at which each was typed. */
type Typed = { word: string; at: number }[];

/** Types a word five times a second, one after the other, for so long. */
async function typeFor(page: Page, typed: Typed, milliseconds: number): Promise<void> {
  const field = page.locator('#seenOrSaid');
  await field.focus();
  for (const end = Date.now() + milliseconds; Date.now() < end; ) {
    const word = `w${typed.length}`;
    await page.keyboard.type(`${word} `);
    typed.push({ word, at: Date.now() });
    await sleep(200);
  }
}

/** Opens the form as somebody who has nothing but the draft; gives for how long the words were typed that are not in it. */
async function lostMs(typed: Typed, end: number): Promise<number> {
  const page = await browser.context.newPage();
  await signIn(page);
  await page.goto(site.base + form);
  const kept = (await page.inputValue('#seenOrSaid')).trim().split(' ').length;
  await page.close();
  const first = typed[kept];
  return first ? end - first.at : 0;
}

async function begin(typed: Typed): Promise<Page> {
  const page = await browser.context.newPage();
  await signIn(page);
  await page.goto(site.base + form);
  await page.fill('#seenOrSaid', '');
  typed.length = 0;
  return page;
}

const ends = Array.from({ length: rounds }, (_, round) => round);

describe('what is typed in a form', () => {
  it.each(ends)(
    'is lost for ten seconds at most when site and browser end together (%i)',
    async () => {
      const typed: Typed = [];
      const page = await begin(typed);
      await typeFor(page, typed, between(4_000, 16_000));
      const end = Date.now();
      const part = Math.random() < 0.5 ? 'web' : 'api';
      await site.kill(part);
      await page.close({ runBeforeUnload: false });
      await site.start(part);
      const lost = await lostMs(typed, end);
      console.log(`T18: ${lost} ms of typing lost with the ${part} and the browser`);
      expect(lost).toBeLessThanOrEqual(mostLostMs);
    },
    120_000,
  );

  it.each(ends.flatMap((round) => (['web', 'api'] as const).map((part) => [part, round] as const)))(
    'is all there when the %s ends and comes back while somebody goes on typing (%i)',
    async (part) => {
      const typed: Typed = [];
      const page = await begin(typed);
      await typeFor(page, typed, between(1_000, 9_000));
      await site.kill(part);
      await typeFor(page, typed, between(500, 4_000));
      await site.start(part);
      await typeFor(page, typed, 1_000);
      await page.getByText(/^Not saved/).waitFor({ state: 'hidden' });
      const last = typed.at(-1)?.word ?? '';
      expect(await page.inputValue('#seenOrSaid')).toContain(last);
      // What was typed last is saved within the ten seconds that may be lost, and the time of one try.
      await expect.poll(() => lostMs(typed, Date.now()), { timeout: 25_000, interval: 1_000 }).toBe(0);
      await page.close({ runBeforeUnload: false });
    },
    120_000,
  );

  it.each(ends)(
    'stays on the page when it is sent to a site that has ended, and is taken once the site is back (%i)',
    async () => {
      const typed: Typed = [];
      const page = await begin(typed);
      await typeFor(page, typed, 1_000);
      await site.kill('web');
      const send = page.locator('form[data-draft] button.govuk-button').last();
      await send.click();
      await page.getByText('Nothing was sent').waitFor();
      const words = await page.inputValue('#seenOrSaid');
      expect(words).toContain(typed.at(-1)?.word);
      await site.start('web');
      await send.click();
      // The referral lacks what else it asks: the page that says so has the words.
      await page.locator('.govuk-error-summary').waitFor();
      expect(await page.inputValue('#seenOrSaid')).toBe(words);
      await page.close({ runBeforeUnload: false });
    },
    120_000,
  );

  it.each(ends)(
    'is all there when the session ends and somebody signs in beside it (%i)',
    async () => {
      const typed: Typed = [];
      const page = await begin(typed);
      await typeFor(page, typed, between(1_000, 6_000));
      const beside = await browser.context.newPage();
      await beside.goto(`${site.base}/`);
      await beside.getByText('Sign out').click();
      await beside.waitForURL(/sign-in/);
      await typeFor(page, typed, 1_000);
      await page.getByText('your session has ended').waitFor();
      expect(await page.inputValue('#seenOrSaid')).toContain(typed.at(-1)?.word);
      await signIn(beside);
      await expect.poll(() => lostMs(typed, Date.now()), { timeout: 25_000, interval: 1_000 }).toBe(0);
      await Promise.all([page, beside].map((one) => one.close({ runBeforeUnload: false })));
    },
    120_000,
  );
});

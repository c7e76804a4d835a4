import { expect } from 'vitest';
import type { TestBrowser } from './browser.js';
import type { PlainBrowser } from './browser-form.js';
import { hasForm } from './page-faults.js';

/** A real browser and where the web stands that it looks at. */
export interface Looking {
  browser: TestBrowser;
  base: string;
}

/** Makes the real browser the person who signed in with a plain one. */
export async function become({ browser, base }: Looking, who: PlainBrowser): Promise<void> {
  const cookies = [...who.cookies].map(([name, value]) => ({
    name,
    value: encodeURIComponent(value),
    url: base,
  }));
  await browser.context.clearCookies();
  await browser.context.addCookies(cookies);
}

/**
 * Opens a page in a real browser as somebody, wide and on a telephone: it is shown, it has one heading, shows no gap, is accessible,
 * within its policy and no wider than the screen. Answers the words of its main part; MASE_SHOTS names a folder for
 * pictures of it under `name`.
 */
export async function look(looking: Looking, who: PlainBrowser, path: string, name: string): Promise<string> {
  await become(looking, who);
  const { page, status, faults } = await looking.browser.turnTo(looking.base + path);
  const shots = process.env.MASE_SHOTS;
  if (shots) await page.screenshot({ path: `${shots}/${name}.png`, fullPage: true });
  const { words, headings } = (await page.evaluate(`({
    words: document.querySelector('main')?.textContent ?? '',
    headings: document.querySelectorAll('h1').length,
  })`)) as { words: string; headings: number };
  expect([path, words]).not.toEqual([path, expect.stringMatching(/undefined|\[object|Something went wrong/)]);
  expect([path, status, headings, await faults()]).toEqual([path, 200, 1, []]);
  await page.setViewportSize({ width: 320, height: 640 });
  if (shots) await page.screenshot({ path: `${shots}/${name}-320.png`, fullPage: true });
  const wide = (await page.evaluate('document.documentElement.scrollWidth')) as number;
  expect([path, wide <= 320]).toEqual([path, true]);
  return words;
}

/**
 * Looks at the page of a command as somebody who may give it now: its form is open. Answers its words; the plain browser
 * stands before the same form.
 */
export async function lookAtForm(
  looking: Looking,
  who: PlainBrowser,
  path: string,
  name: string,
): Promise<string> {
  const { body } = await who.open(path);
  expect([path, hasForm(body) || body]).toEqual([path, true]);
  return look(looking, who, path, name);
}

/** How far apart in height, in pixels, the name of the service and the items of the navigation stand on a screen of 1280: on one line a few. */
export async function heightOfNavigation(looking: Looking, who: PlainBrowser): Promise<number> {
  await become(looking, who);
  const { page } = await looking.browser.turnTo(`${looking.base}/`);
  const tops = await page
    .locator('.govuk-service-navigation__service-name, .govuk-service-navigation__item')
    .evaluateAll((found) => found.map((one) => one.getBoundingClientRect().top));
  return Math.round(Math.max(...tops) - Math.min(...tops));
}

/**
 * What of the tools around a list would be printed with it: nothing may, but the list and what it was asked for. The page
 * stands as `look` left it, or is opened.
 */
export async function lookAtPrint(looking: Looking, who: PlainBrowser, path: string): Promise<void> {
  await become(looking, who);
  const { page } = await looking.browser.turnTo(looking.base + path);
  await page.emulateMedia({ media: 'print' });
  const printed = await page
    .locator(
      'main form[method="get"]:not(:has(table)), .mase-find, .mase-views, .mase-file, .mase-on-page, .govuk-pagination, .mase-seek',
    )
    .evaluateAll((found) =>
      found.filter((one) => one.checkVisibility()).map((one) => one.outerHTML.slice(0, 120)),
    );
  await page.emulateMedia({ media: null });
  expect([path, printed]).toEqual([path, []]);
}

import { chromium } from 'playwright-core';
import { expect, test } from 'vitest';
import { bundledChromium, findChromium } from './chromium.mjs';

const PAGE = '<title>Plan</title><span id="narrow">iiiiiiii</span> <span id="wide">mmmmmmmm</span>';

test.each([
  ['the browser that is found', findChromium],
  ['the browser that comes with the development dependencies', bundledChromium],
])('%s opens a page and shows its words', async (_, find) => {
  const browser = await chromium.launch(await find());
  try {
    const page = await browser.newPage();
    await page.setContent(PAGE);
    expect(await page.title()).toBe('Plan');
    const width = async (id: string) => (await page.locator(`#${id}`).boundingBox())?.width ?? 0;
    // Without a font every letter would be the same box.
    expect(await width('wide')).toBeGreaterThan(2 * (await width('narrow')));
  } finally {
    await browser.close();
  }
});

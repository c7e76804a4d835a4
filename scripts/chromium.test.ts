import { chromium } from 'playwright-core';
import { expect, test } from 'vitest';
import { findChromium, installedChromium } from './chromium.mjs';

const PAGE = '<title>Plan</title><span id="narrow">iiiiiiii</span> <span id="wide">mmmmmmmm</span>';

test('the browser that is found opens a page and shows its words', async () => {
  const browser = await chromium.launch(await findChromium());
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

test('a machine’s own browser is given where there is one; where there is none, it is said how to come by one', async () => {
  const own = await installedChromium().catch((error: Error) => error);
  if (own instanceof Error) expect(own.message).toContain('apt install chromium');
  else expect(own.executablePath).toMatch(/^\/usr\/bin\//);
});

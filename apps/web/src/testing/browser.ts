import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { type BrowserContext, chromium, type Page } from 'playwright-core';

const reportRefusals = `document.addEventListener('securitypolicyviolation', (event) =>
  console.error('refused by policy: ' + event.violatedDirective + ' ' + event.blockedURI))`;

/** What was wrong with an opened page, one line each; empty is right. */
export type Faults = string[];

/** A real browser in which opening a page is an accessibility check. */
export interface TestBrowser {
  context: BrowserContext;
  /** Opens a page and collects everything wrong with it until `faults` is asked. */
  open: (url: string) => Promise<OpenPage>;
  close: () => Promise<void>;
}

/** A page open in the test browser. */
export interface OpenPage {
  page: Page;
  /** WCAG 2.2 AA violations as the page stands now, and console errors, refused content, failed and foreign requests so far. */
  faults: () => Promise<Faults>;
}

interface Started {
  executablePath: string;
  args: string[];
  env: Record<string, string>;
}

/** The machine's own browser, else the one of the development packages; `MASE_BROWSER=bundled` takes that one anyway. */
async function installed(): Promise<Started> {
  const finder = new URL('../../../../scripts/chromium.mjs', import.meta.url).href;
  const { findChromium, bundledChromium } = (await import(finder)) as Record<string, () => Promise<Started>>;
  const find = process.env.MASE_BROWSER === 'bundled' ? bundledChromium : findChromium;
  if (!find) throw new Error('scripts/chromium.mjs must say how to find a browser');
  return find();
}

/** Starts a browser with a folder of its own, which goes when it is closed. */
export async function startBrowser(): Promise<TestBrowser> {
  const folder = await mkdtemp(join(tmpdir(), 'mase-browser-'));
  const context = await chromium.launchPersistentContext(folder, {
    ...(await installed()),
    headless: true,
    viewport: { width: 1280, height: 900 },
  });
  return {
    context,
    open: (url) => openPage(context, url),
    close: async () => {
      await context.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function openPage(context: BrowserContext, url: string): Promise<OpenPage> {
  const page = await context.newPage();
  const origin = new URL(url).origin;
  const seen: Faults = [];
  page.on('console', (message) => {
    const expected = /status of [45]\d\d/.test(message.text()) && message.location().url === page.url();
    if (message.type() === 'error' && !expected) seen.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => seen.push(`script: ${error.message}`));
  page.on('requestfailed', (request) =>
    seen.push(`failed: ${request.url()} ${request.failure()?.errorText}`),
  );
  page.on('request', (request) => {
    if (new URL(request.url()).origin !== origin && !request.url().startsWith('data:'))
      seen.push(`foreign: ${request.url()}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 400 && !response.request().isNavigationRequest())
      seen.push(`${response.status()}: ${response.url()}`);
  });
  await page.addInitScript({ content: reportRefusals });
  await page.goto(url, { waitUntil: 'networkidle' });
  return { page, faults: async () => [...seen, ...(await accessibility(page))] };
}

async function accessibility(page: Page): Promise<Faults> {
  const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
  const { violations } = await new AxeBuilder({ page }).withTags(tags).analyze();
  return violations.map(
    ({ id, help, nodes }) => `axe ${id}: ${help}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`,
  );
}

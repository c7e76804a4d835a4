import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Browser, type BrowserContext, chromium, type Page, type Request } from 'playwright-core';

const reportRefusals = `document.addEventListener('securitypolicyviolation', (event) =>
  console.error('refused by policy: ' + event.violatedDirective + ' ' + event.blockedURI))`;

// It comes with every page, as the browser then keeps what it has compiled of it.
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const wide = { width: 1280, height: 900 };
const settled = 'new Promise((done) => requestAnimationFrame(() => setTimeout(done)))';

/** What was wrong with an opened page, one line each; empty is right. */
export type Faults = string[];

/** A real browser in which opening a page is an accessibility check. */
export interface TestBrowser {
  context: BrowserContext;
  /** Opens a page in a tab of its own and collects everything wrong with it until `faults` is asked. */
  open: (url: string) => Promise<OpenPage>;
  /** Turns one tab, always the same, to a page: for whoever looks at many, as a tab costs more than a page. */
  turnTo: (url: string) => Promise<OpenPage>;
  close: () => Promise<void>;
}

/** A page open in the test browser. */
export interface OpenPage {
  page: Page;
  /** The status with which the page itself answered; 0 where nothing did. */
  status: number;
  /** WCAG 2.2 AA violations as the page stands now, and console errors, refused content, failed and foreign requests so far. */
  faults: () => Promise<Faults>;
}

interface Started {
  executablePath: string;
  args: string[];
  env: Record<string, string>;
}

/** The browser of the development packages; `MASE_BROWSER=installed` takes the machine's own. */
async function chosen(): Promise<Started> {
  const finder = new URL('../../../../scripts/chromium.mjs', import.meta.url).href;
  const { findChromium } = (await import(finder)) as { findChromium: () => Promise<Started> };
  return findChromium();
}

let running: Promise<Browser> | undefined;

/** The browser that the tests of one worker have in common, as its start costs more than most of them; it ends with the worker. */
async function launched(): Promise<Browser> {
  const browser = await chromium.launch({ ...(await chosen()), headless: true });
  browser.once('disconnected', () => {
    running = undefined;
  });
  return browser;
}

/** Gives a browser as if it were new: without cookies, and with nothing kept; or one that runs no scripts, whose pages `open` cannot look at. */
export async function startBrowser({ scripts = true } = {}): Promise<TestBrowser> {
  running ??= launched();
  const context = await (await running).newContext({ viewport: wide, javaScriptEnabled: scripts });
  let kept: Promise<Tab> | undefined;
  return {
    context,
    open: async (url) => (await openTab(context))(url),
    turnTo: async (url) => {
      kept ??= openTab(context);
      return (await kept)(url);
    },
    close: () => context.close(),
  };
}

/** Turns a tab to a page. */
type Tab = (url: string) => Promise<OpenPage>;

async function openTab(context: BrowserContext): Promise<Tab> {
  const page = await context.newPage();
  const asked = new Set<Request>();
  let origin = '';
  let seen: Faults = [];
  page.on('console', (message) => {
    const expected = /status of [45]\d\d/.test(message.text()) && message.location().url === page.url();
    if (message.type() === 'error' && !expected) seen.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => seen.push(`script: ${error.message}`));
  page.on('requestfinished', (request) => asked.delete(request));
  page.on('requestfailed', (request) => {
    asked.delete(request);
    seen.push(`failed: ${request.url()} ${request.failure()?.errorText}`);
  });
  page.on('request', (request) => {
    if (request.url().startsWith('data:')) return;
    asked.add(request);
    if (new URL(request.url()).origin !== origin) seen.push(`foreign: ${request.url()}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 400 && !response.request().isNavigationRequest())
      seen.push(`${response.status()}: ${response.url()}`);
  });
  await page.addInitScript({ content: reportRefusals });
  await page.addInitScript({ content: axe });
  return async (url) => {
    origin = new URL(url).origin;
    const now: Faults = [];
    seen = now;
    await page.setViewportSize(wide);
    // When a page has loaded, its scripts have run; what they then ask for by themselves is waited for as well.
    const answer = await page.goto(url, { waitUntil: 'load' });
    await page.evaluate(settled);
    for (let looks = 0; asked.size > 0 && looks < 500; looks += 1) await sleep(20);
    return {
      page,
      status: answer?.status() ?? 0,
      faults: async () => [...(await accessibility(page)), ...now],
    };
  };
}

const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
// What is right need not be told.
const checks = { resultTypes: ['violations'], runOnly: { type: 'tag', values: standards } };
/** What the style sheet alone decides, which takes longer to look at than all else. */
const ofStyle = ['color-contrast', 'css-orientation-lock'];

/** How each text of a page looks: its colour, what is behind it, its size and weight. */
const textLooks = `(() => {
  const behind = (one) => {
    const { backgroundColor, backgroundImage } = getComputedStyle(one);
    const own = backgroundImage + (/, 0\\)$/.test(backgroundColor) ? '' : backgroundColor);
    return own === 'none' && one.parentElement ? behind(one.parentElement) : own;
  };
  const hasText = (one) => one.matches('input, select, textarea') ||
    [...one.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim() !== '');
  const looks = [...document.querySelectorAll('body *')].filter(hasText).map((one) => {
    const { color, fontSize, fontWeight, opacity } = getComputedStyle(one);
    return [color, behind(one), fontSize, fontWeight, opacity].join(' ');
  });
  return [...new Set(looks)];
})()`;

/** Looks of text that were found right: on another page they are right as well. */
const right = new Set<string>();

/**
 * No page has frames: one document is all there is to check. Contrast is measured where a text looks as none before it
 * did; on every page by `npm run soak -- pages`.
 */
async function accessibility(page: Page): Promise<Faults> {
  const looks = (await page.evaluate(textLooks)) as string[];
  const known = !process.env.MASE_SOAK_PAGES && looks.every((one) => right.has(one));
  const less = known
    ? { preload: false, rules: Object.fromEntries(ofStyle.map((id) => [id, { enabled: false }])) }
    : {};
  const found =
    (await page.evaluate(`axe.run(document, ${JSON.stringify({ ...checks, ...less })}).then(({ violations }) =>
    violations.map(({ id, help, nodes }) =>
      'axe ' + id + ': ' + help + ': ' + nodes.map((node) => node.target.join(' ')).join(', ')))`)) as Faults;
  if (found.length === 0) for (const one of looks) right.add(one);
  return found;
}

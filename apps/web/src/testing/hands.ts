import type { Locator, Page } from 'playwright-core';
import { startBrowser } from './browser.js';
import { nameOf, type PersonKey } from './real-api.js';

/** How a journey is walked: as most do, in a browser that runs no scripts, or without touching a mouse. */
export const manners = ['with a mouse', 'without scripts', 'by keyboard alone'] as const;

/** One of the manners. */
export type Manner = (typeof manners)[number];

/** Somebody at a browser, who does to a page what a person does; a journey is written once and walked in every manner. */
export interface Hands {
  page: Page;
  manner: Manner;
  /** Signs somebody of the small partnership in, as if sitting down at the same browser. */
  signIn: (who: PersonKey) => Promise<void>;
  /** Goes to an address of the site, as from a bookmark. */
  open: (path: string) => Promise<void>;
  /** Presses a link or a button that leads to a page, and waits until that is there. */
  press: (what: Locator) => Promise<void>;
  /** Opens what is folded away on the page. */
  unfold: (what: Locator) => Promise<void>;
  /** Writes a text where others stood. */
  write: (where: Locator, text: string) => Promise<void>;
  /** Writes a date, YYYY-MM-DD, into the three fields of its name. */
  writeDate: (name: string, day: string) => Promise<void>;
  /** Chooses an option or ticks a box. */
  tick: (what: Locator) => Promise<void>;
  /** Picks an option of a list by its words, or their beginning. */
  pick: (where: Locator, words: string) => Promise<void>;
  /** What was wrong with the pages on the way: accessibility and refusals, looked for with a mouse in hand. */
  faults: string[];
  close: () => Promise<void>;
}

/** The acts that differ from manner to manner. */
type Acts = Pick<Hands, 'write' | 'tick' | 'pick'> & { push: (what: Locator) => Promise<void> };

const byMouse: Acts = {
  push: (what) => what.click(),
  write: (where, text) => where.fill(text),
  tick: (what) => what.check(),
  pick: async (where, words) => {
    const texts = await where.locator('option').allTextContents();
    const text = texts.find((one) => one.trim().startsWith(words));
    if (text === undefined) throw new Error(`no option begins with ${words}: ${texts.join(', ')}`);
    await where.selectOption({ label: text.trim() });
  },
};

const mostPresses = 700;

type Stands = 'there' | 'beside' | 'before' | 'after';

/** Where an element stands to the focus; the choices of one question are one stop of the Tab key. Runs in the page. */
const standing = new Function(
  'one',
  `const at = document.activeElement;
  if (at === one) return 'there';
  if (one.type === 'radio' && at.type === 'radio' && at.name === one.name && at.form === one.form) return 'beside';
  return at.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_PRECEDING ? 'before' : 'after';`,
) as (one: unknown) => Stands;

const keys: Record<Stands, string> = { there: '', beside: 'ArrowDown', before: 'Shift+Tab', after: 'Tab' };

/** Moves the focus to an element as a keyboard does; throws where no Tab reaches it. */
async function reach(page: Page, what: Locator): Promise<void> {
  await what.waitFor({ state: 'attached' });
  for (let presses = 0; presses < mostPresses; presses += 1) {
    const stands = await what.evaluate(standing);
    if (stands === 'there') return;
    await page.keyboard.press(keys[stands]);
  }
  throw new Error(`no key reaches ${what}`);
}

const byKeyboard = (page: Page): Acts => ({
  push: async (what) => {
    await reach(page, what);
    await page.keyboard.press('Enter');
  },
  write: async (where, text) => {
    await reach(page, where);
    await page.keyboard.press('Control+A');
    await page.keyboard.insertText(text);
  },
  tick: async (what) => {
    await reach(page, what);
    if (!(await what.isChecked())) await page.keyboard.press('Space');
  },
  pick: async (where, words) => {
    await reach(page, where);
    await page.keyboard.type(words);
  },
});

/** Sits down at a browser before the site at an address; `close` ends the browser. */
export async function handsAt(base: string, manner: Manner): Promise<Hands> {
  const browser = await startBrowser({ scripts: manner !== 'without scripts' });
  browser.context.setDefaultTimeout(15_000);
  const looks = manner === 'with a mouse';
  const opened = looks ? await browser.open(`${base}/session/sign-in`) : null;
  const page = opened?.page ?? (await browser.context.newPage());
  const acts = manner === 'by keyboard alone' ? byKeyboard(page) : byMouse;
  const faults: string[] = [];
  const told = new Set<string>();

  async function arrived(): Promise<void> {
    if (!opened) return;
    const found = await opened.faults();
    // What a page still asked for when it was left is given up; a fault is told where it was first seen.
    for (const fault of found.filter((one) => !one.includes('ERR_ABORTED') && !told.has(one))) {
      told.add(fault);
      faults.push(`${page.url()}: ${fault}`);
    }
  }
  async function open(path: string): Promise<void> {
    await page.goto(base + path);
    await arrived();
  }
  async function press(what: Locator): Promise<void> {
    await Promise.all([page.waitForEvent('load'), acts.push(what)]);
    await arrived();
  }
  const hands: Hands = {
    ...{
      page,
      manner,
      faults,
      open,
      press,
      write: acts.write,
      tick: acts.tick,
      pick: acts.pick,
      unfold: acts.push,
    },
    signIn: async (who) => {
      await browser.context.clearCookies();
      await page.goto(`${base}/session/sign-in`);
      await acts.tick(page.getByLabel(nameOf(who), { exact: true }));
      await press(page.getByRole('button', { name: 'Sign in' }));
    },
    writeDate: async (name, day) => {
      const [year = '', month = '', date = ''] = day.split('-');
      await acts.write(page.locator(`#${name}-day`), date);
      await acts.write(page.locator(`#${name}-month`), month);
      await acts.write(page.locator(`#${name}-year`), year);
    },
    close: browser.close,
  };
  return hands;
}

/** The button, or the link drawn as one, of this name on somebody's page. */
export const button = ({ page }: Hands, name: string | RegExp): Locator =>
  page.getByRole('button', { name, exact: true });

/** The link of this name. */
export const link = ({ page }: Hands, name: string | RegExp): Locator =>
  page.getByRole('link', { name }).first();

/** The button that gives a command, on the page of its record. */
export const command = ({ page }: Hands, id: string): Locator => page.locator(`[data-command="${id}"]`);

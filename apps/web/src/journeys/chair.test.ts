import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { button, type Hands, handsAt, link, manners } from '../testing/hands.js';
import { dayAhead, listedCase } from '../testing/panel-world.js';
import { type RealApi, realApi } from '../testing/real-api.js';
import { type Served, serveSite } from '../testing/site.js';

let api: RealApi;
let site: Served;
beforeAll(async () => {
  api = await realApi(inject('MASE_TEST_SERVER'));
  site = await serveSite(api.url);
});
afterAll(async () => {
  await site?.close();
  await api?.close();
});

/** Two children who wait on the list of the panel, by first name. */
const children = [
  ['Juniper', 'Rowan'],
  ['Sorrel', 'Linden'],
  ['Bryony', 'Clover'],
] as const;

/** The coordinator plans the sitting on a day ahead and opens its agenda; gives its address. */
async function plan(hands: Hands, day: string): Promise<string> {
  const { page } = hands;
  await hands.signIn('coordinator');
  await hands.open('/sittings/schedule-sitting');
  await hands.writeDate('startsAt', day);
  await hands.write(page.locator('#startsAt-time'), '14:00');
  await hands.write(page.locator('#endsAt'), '14:30');
  await hands.write(page.locator('#place'), 'Committee room 2');
  await hands.pick(page.locator('#chairId'), 'Chris Chair');
  await hands.press(button(hands, 'Schedule the sitting'));
  await page.getByText('The sitting is scheduled.').waitFor();
  const sitting = new URL(page.url()).pathname;
  await hands.press(button(hands, 'Open the agenda'));
  await hands.press(button(hands, 'Open the agenda'));
  return sitting;
}

/** Adds the two children, in the order that the chair asks for, and issues the papers. */
async function build(
  hands: Hands,
  sitting: string,
  names: readonly string[],
  cases: string[],
): Promise<void> {
  const { page } = hands;
  await hands.press(button(hands, 'Add an item'));
  for (const name of names) await hands.tick(page.getByLabel(`${name} Synthetic`, { exact: true }));
  const asked = page.locator(`[name="asked-${cases[0]}"]`);
  expect(await asked.inputValue()).toContain(`Is the plan for ${names[0]} enough`);
  await hands.write(page.locator(`[name="minutes-${cases[0]}"]`), '9');
  await hands.press(button(hands, 'Add the ticked cases'));
  await page.getByText('2 items were added.').waitFor();
  expect(await page.textContent('main')).toContain('minutes too long');
  const order = () => page.locator('th[scope="row"] > a:first-child').allTextContents();
  const before = await order();
  await hands.press(button(hands, `Move ${before[1]} up`));
  expect(await order()).toEqual([before[1], before[0]]);
  await hands.press(button(hands, 'Issue the papers'));
  await hands.press(button(hands, 'Issue the papers'));
  await page.getByText('The papers are issued').waitFor();
  await hands.open(`${sitting}?papers=all`);
  expect(await page.textContent('main')).toContain('Pat Police-Member');
}

/** The chair records that all are there, and starts. */
async function start(hands: Hands, sitting: string): Promise<void> {
  const { page } = hands;
  await hands.signIn('chair');
  await hands.open(sitting);
  await hands.press(button(hands, 'Record attendance'));
  const here = page.locator('.mase-row:has(input[type="hidden"]) button[value$=":present"]');
  for (let at = 0, expected = await here.count(); at < expected; at += 1) {
    await hands.press(here.nth(at));
    await page.locator(`#row-${at} .govuk-tag`, { hasText: 'Here' }).waitFor();
  }
  await hands.open(sitting);
  expect(await page.textContent('.mase-facts')).toContain('Quorate');
  await hands.press(button(hands, 'Start the sitting'));
  await hands.write(page.locator('#otherDayReason'), 'Brought forward (made up)');
  await hands.press(button(hands, 'Start the sitting'));
  await page.getByText('The sitting is in session.').waitFor();
}

/** Records a decision with one new action, and one that lets the plan go on. */
async function decide(hands: Hands): Promise<void> {
  const { page } = hands;
  await hands.press(button(hands, 'Go to item 4'));
  await hands.press(button(hands, 'Open this item'));
  await hands.tick(page.locator('[name="decision"][data-key="2"]'));
  await hands.write(page.locator('#reasons'), 'The nurse cannot reach her: the plan changes.');
  await hands.write(page.locator('#actions-0-what'), 'Meet her at school instead');
  await hands.pick(page.locator('#actions-0-ownerId'), 'Hana');
  await hands.write(page.locator('#actions-0-due'), '2w');
  await hands.press(button(hands, 'Record and open the next item'));
  expect(await page.textContent('main')).toContain('next review date');
  await hands.write(page.locator('#nextReview'), '4w');
  await hands.press(button(hands, 'Record and open the next item'));
  await page.getByText('The decision is recorded.').waitFor();
  expect(await page.textContent('.mase-session__head')).toContain('Item 5 of 5');
  if (await button(hands, 'Open this item').count()) await hands.press(button(hands, 'Open this item'));
  await hands.tick(page.locator('[name="decision"][data-key="1"]'));
  await hands.write(page.locator('#reasons'), 'The plan works.');
  await hands.write(page.locator('#nextReview'), '3m');
  await hands.press(button(hands, 'Record the decision'));
  await page.getByText('Every item of the agenda has an outcome.').waitFor();
}

/**
 * Records the same as `decide` by the keys that the screen gives for it: nothing is lost on the way, be the page loaded
 * again or the connection gone when the decision is sent; it is recorded once, as its one action tells.
 */
async function decideByKeys(hands: Hands): Promise<void> {
  const { page } = hands;
  await hands.press(button(hands, 'Go to item 4'));
  expect(await page.evaluate('document.activeElement.textContent.trim()')).toBe('Open this item');
  await hands.press(button(hands, 'Open this item'));
  await page.locator('.mase-timer__now').getByText('left').waitFor();
  await page.keyboard.press('Alt+2');
  await hands.write(page.locator('#reasons'), 'The nurse cannot reach her: the plan changes.');
  await page.getByText(/^Saved at/).waitFor();
  await page.reload();
  expect(await page.inputValue('#reasons')).toBe('The nurse cannot reach her: the plan changes.');
  await hands.write(page.locator('#actions-0-what'), 'Meet her at school instead');
  await hands.pick(page.locator('#actions-0-ownerId'), 'Hana');
  await hands.write(page.locator('#actions-0-due'), '2w');
  const record = () => Promise.all([page.waitForEvent('load'), page.keyboard.press('Control+Enter')]);
  await page.context().setOffline(true);
  await page.keyboard.press('Control+Enter');
  await page.getByText('Nothing was sent: there is no connection').waitFor();
  expect(await page.inputValue('#actions-0-what')).toBe('Meet her at school instead');
  await page.context().setOffline(false);
  await record();
  await hands.write(page.locator('#nextReview'), '4w');
  await record();
  await page.getByText('The decision is recorded.').waitFor();
  expect(await page.textContent('.mase-session__head')).toContain('Item 5 of 5');
  await page.keyboard.press('Alt+1');
  await hands.write(page.locator('#reasons'), 'The plan works.');
  await hands.write(page.locator('#nextReview'), '3m');
  await record();
  await page.getByText('Every item of the agenda has an outcome.').waitFor();
}

/** Ends the sitting, changes the minutes and agrees them. */
async function minute(hands: Hands, sitting: string): Promise<void> {
  const { page } = hands;
  await hands.open(sitting);
  await hands.press(button(hands, 'End the sitting'));
  await hands.press(button(hands, 'End the sitting'));
  await page.getByText('Its minutes are drafted').waitFor();
  await hands.press(button(hands, 'Change the minutes'));
  const words = 'The sitting was quorate. The chair thanked the partners.';
  await hands.write(page.getByLabel('Text of section 1', { exact: true }), words);
  await hands.press(button(hands, 'Save as a new version'));
  await page.getByText('A new version of the minutes is kept.').waitFor();
  await hands.press(link(hands, 'Agree these minutes as they stand'));
  await hands.press(button(hands, 'Agree the minutes'));
  await page.getByText('The minutes are agreed.').waitFor();
  expect(await page.textContent('main')).toContain('The chair thanked the partners.');
}

/** Takes the papers of one recipient as a file. */
async function takePack({ page }: Hands): Promise<void> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Pack (PDF) for Pat Police-Member' }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^pack-.*\.pdf$/);
  const chunks: Buffer[] = [];
  for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer);
  expect(Buffer.concat(chunks).subarray(0, 5).toString()).toBe('%PDF-');
}

/** When the actions are due that the panel gave in these journeys, each once. */
async function given(): Promise<string[]> {
  const { body } = await api.ask<{ items: { what: string; due: string }[] }>(
    'memberHealth',
    'GET',
    '/api/v1/plan-actions?owner=me',
  );
  return body.items.filter(({ what }) => what === 'Meet her at school instead').map(({ due }) => due);
}

describe('a chair from an empty sitting to agreed minutes', () => {
  it.each(manners.map((manner, at) => [manner, at] as const))(
    '%s',
    async (manner, at) => {
      const names = children[at] ?? [];
      const cases: string[] = [];
      for (const name of names)
        cases.push((await listedCase(api, name, 'School nurse meets her each week'))[0]);
      const before = await given();
      const hands = await handsAt(site.base, manner);
      const sitting = await plan(hands, dayAhead(7 + at));
      await build(hands, sitting, names, cases);
      await start(hands, sitting);
      await (manner === 'by keyboard alone' ? decideByKeys(hands) : decide(hands));
      await minute(hands, sitting);
      if (manner === 'with a mouse') await takePack(hands);
      // Once, though it was sent twice where the connection was gone the first time.
      expect(await given()).toEqual([...before, dayAhead(14)]);
      expect(hands.faults).toEqual([]);
      await hands.close();
    },
    180_000,
  );
});

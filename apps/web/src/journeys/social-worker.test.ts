import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { button, command, type Hands, handsAt, link, manners } from '../testing/hands.js';
import { dayAhead } from '../testing/panel-world.js';
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

/** The social worker refers a child; gives the address of the case. */
async function refer(hands: Hands, firstName: string): Promise<string> {
  const { page } = hands;
  await hands.signIn('worker');
  await hands.press(link(hands, 'Record a referral'));
  await hands.tick(page.getByLabel('No', { exact: true }).first());
  await hands.write(
    page.locator('#seenOrSaid'),
    'An adult she does not know writes to her at night (made up).',
  );
  await hands.write(page.locator('#child-firstName'), firstName);
  await hands.write(page.locator('#child-lastName'), 'Synthetic');
  await hands.press(button(hands, 'Record the referral'));
  await page.getByText('Referral received').waitFor();
  return new URL(page.url()).pathname;
}

/** Meanwhile triage takes the case on, and the manager gives it to the social worker. */
async function takenOn(id: string): Promise<void> {
  const decision = {
    outcome: 'risk-assessment',
    reasons: 'Contact by an unknown adult.',
    policeView: 'given',
    policeViewText: 'Nothing held.',
    teamId: 'north',
  };
  await api.give('triage', 'child-cases/decide-triage', decision, id);
  await api.give('manager', 'child-cases/allocate-worker', { workerId: api.ids.worker }, id);
}

/** The social worker finds the case in the list of work, and assesses it on every domain. */
async function assess(hands: Hands, firstName: string): Promise<void> {
  const { page } = hands;
  await hands.open('/');
  await hands.press(link(hands, new RegExp(firstName)));
  await hands.press(command(hands, 'child-cases/assess-risk'));
  await hands.write(page.getByRole('textbox', { name: 'The child’s view' }), 'She wants it to stop.');
  for (const group of await page.locator('.mase-level').all())
    await hands.tick(group.getByLabel('No concern'));
  await hands.tick(page.locator('#domain-technology .mase-level').getByLabel('Some concern'));
  await hands.tick(page.locator('#harm .mase-harm').nth(4).getByLabel('None known'));
  await hands.write(page.getByLabel('On what basis').nth(4), 'Messages, nothing more known');
  const judgement = page.locator('#judgement');
  await hands.tick(judgement.getByLabel('No', { exact: true }));
  await hands.write(page.getByRole('textbox', { name: 'Analysis' }), 'An unknown adult seeks contact.');
  await hands.tick(judgement.getByLabel('Medium', { exact: true }));
  await hands.write(
    page.getByRole('textbox', { name: 'Reasons for the grade' }),
    'New, and it is repeated; a safe adult keeps the phone.',
  );
  await hands.press(button(hands, 'Propose the grade'));
  await page.getByText('The assessment is recorded').waitFor();
}

/** Meanwhile the manager confirms the grade. */
async function confirmed(id: string): Promise<void> {
  type Proposed = { standing: { proposed: { assessmentId: string } } };
  const { body } = await api.ask<Proposed>('manager', 'GET', `/api/v1/child-cases/${id}`);
  const { assessmentId } = body.standing.proposed;
  await api.give('manager', 'child-cases/confirm-grade', { assessmentId, grade: 'medium' }, id);
}

/** The social worker writes the plan, with nothing missing; the manager agrees it in full. */
async function plan(hands: Hands, place: string): Promise<void> {
  const { page } = hands;
  await hands.open(place);
  await hands.press(page.locator('a[href*="/plan-actions/add-action"]').first());
  await hands.tick(page.getByLabel('Safety', { exact: true }));
  await hands.pick(page.locator('#kind'), 'Family');
  await hands.write(page.locator('#what'), 'Grandmother keeps the phone at night');
  await hands.pick(page.locator('#ownerId'), 'Wren Worker');
  await hands.writeDate('due', dayAhead(14));
  await hands.write(page.locator('#outcome'), 'No contact at night for four weeks');
  await hands.write(page.locator('#measure'), 'The worker asks each week');
  await hands.write(page.locator('#contingency'), 'The manager calls a meeting');
  await hands.press(button(hands, 'Add the action'));
  await page.getByText('The action was added').waitFor();
  await hands.signIn('manager');
  await hands.open(place);
  await hands.press(command(hands, 'child-cases/agree-plan'));
  expect(await page.textContent('main')).toContain('The plan has no gap');
  await hands.tick(page.getByLabel('In full'));
  await hands.press(button(hands, 'Agree the plan'));
  await page.getByText('The plan is agreed').waitFor();
}

describe('a social worker from a referral to an agreed plan', () => {
  it.each(manners.map((manner, at) => [manner, ['Willow', 'Hazel', 'Aspen'][at] ?? '']))(
    '%s',
    async (manner, firstName) => {
      const hands = await handsAt(site.base, manner as (typeof manners)[number]);
      const place = await refer(hands, firstName);
      const id = place.split('/').at(-1) as string;
      await takenOn(id);
      await assess(hands, firstName);
      await confirmed(id);
      await plan(hands, place);
      expect(await hands.page.textContent('main')).toContain('version 1');
      expect(hands.faults).toEqual([]);
      await hands.close();
    },
    120_000,
  );
});

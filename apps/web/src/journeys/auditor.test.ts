import { addressMessages, openStore, remind, sendOutgoing } from '@mase/store';
import { openOwner } from '@mase/store/testing';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { type Hands, handsAt, link, manners } from '../testing/hands.js';
import { dayAhead, gradedCase } from '../testing/panel-world.js';
import { type RealApi, realApi } from '../testing/real-api.js';
import { type Served, serveSite } from '../testing/site.js';

const what = 'School nurse meets her each week';
let api: RealApi;
let site: Served;

/** The worker of the installation goes once through what is due: it reminds, and hands out what it told. */
async function workOnce(): Promise<void> {
  const worker = await openStore(api.database.connections.worker, { size: 2 });
  const store = await openStore(api.database.connections.app, { size: 1 });
  while ((await remind(worker, store)) > 0);
  while ((await sendOutgoing(worker)) > 0);
  await addressMessages(worker, { mails: false });
  await Promise.all([worker.close(), store.close()]);
}

/** A week goes by for an action that was due on the next day: none may be given that is late already. */
async function weekPasses(action: string): Promise<void> {
  await openOwner(api.database.connections.owner, async (owner) => {
    const back =
      "update clock set due = due - interval '7 days' where record_id = $1 and rule = 'action-due'";
    await owner.query(back, [action]);
    const days = [dayAhead(1), dayAhead(-6)];
    await owner.query('update record set standing = replace(standing, $2, $3) where id = $1', [
      action,
      ...days,
    ]);
  });
}

beforeAll(async () => {
  api = await realApi(inject('MASE_TEST_SERVER'));
  site = await serveSite(api.url);
  const child = { firstName: 'Juniper', lastName: 'Synthetic', birthDate: '2012-03-04' };
  const caseId = await gradedCase(api, child, 'medium');
  const action = await api.give('worker', 'plan-actions/add-action', {
    caseId,
    ...{ part: 'safety', kind: 'family', what, ownerId: api.ids.memberHealth, due: dayAhead(1) },
  });
  await api.give('memberHealth', 'plan-actions/accept-action', {}, action);
  await weekPasses(action);
  await workOnce();
});
afterAll(async () => {
  await site?.close();
  await api?.close();
});

/** From the list of children to the action that is late. */
async function findLate(hands: Hands): Promise<void> {
  await hands.press(link(hands, 'Children'));
  await hands.press(link(hands, 'Juniper Synthetic'));
  const action = hands.page.getByRole('listitem').filter({ hasText: what }).getByRole('link', { name: what });
  await hands.press(action.first());
  expect(await hands.page.textContent('h1')).toContain('Overdue');
}

describe('an auditor from a late action to who knew', () => {
  it.each(manners)(
    '%s',
    async (manner) => {
      const hands = await handsAt(site.base, manner);
      await hands.signIn('auditor');
      await findLate(hands);
      await hands.press(link(hands, 'Who was told of this action'));
      const told = (await hands.page.textContent('main')) ?? '';
      for (const words of ['Who was told', 'Hana Health-Member', what]) expect(told).toContain(words);
      const rows = await hands.page.locator('tbody tr').allTextContents();
      expect(rows.some((row) => /due|overdue|late/i.test(row))).toBe(true);
      expect(hands.faults).toEqual([]);
      await hands.close();
    },
    120_000,
  );
});

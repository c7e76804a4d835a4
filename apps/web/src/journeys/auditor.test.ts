import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  addressMessages,
  makeSealingKey,
  openStore,
  recordVerification,
  remind,
  Sealer,
  sendOutgoing,
} from '@mase/store';
import { openOwner } from '@mase/store/testing';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { type Hands, handsAt, link, manners } from '../testing/hands.js';
import { dayAhead, gradedCase } from '../testing/panel-world.js';
import { type RealApi, realApi } from '../testing/real-api.js';
import { type Served, serveSite } from '../testing/site.js';

const what = 'School nurse meets her each week';
const folder = mkdtempSync(join(tmpdir(), 'mase-audited-'));
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

/** What was accepted is sealed, and somebody verified the history. */
async function sealedAndVerified(): Promise<void> {
  makeSealingKey(folder);
  const sealer = new Sealer({ url: api.database.connections.sealer, folder });
  await sealer.look();
  await sealer.stop();
  const found = { withCheckpoints: true, sealed: 120, records: 31, entries: 90, audits: 30, faults: 0 };
  await recordVerification(api.database.connections.owner, found);
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
  await sealedAndVerified();
});
afterAll(async () => {
  await site?.close();
  await api?.close();
  rmSync(folder, { recursive: true, force: true });
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

/** From oversight to the clocks that are overdue, why one of them was due then, and the record on which it runs. */
async function findOverdueClock(hands: Hands): Promise<void> {
  await hands.press(link(hands, 'Oversight'));
  await hands.press(link(hands, 'Clocks'));
  await hands.pick(hands.page.getByLabel('Kind of clock'), 'Action due');
  await hands.pick(hands.page.getByLabel('How it stands'), 'Overdue');
  await hands.press(hands.page.locator('form[action="/clocks"]').getByRole('button'));
  const rows = hands.page.locator('tbody tr');
  expect(await rows.count()).toBe(1);
  await hands.unfold(rows.first().locator('summary'));
  await rows.first().getByText('Source:').waitFor({ state: 'visible' });
  await hands.press(rows.first().getByRole('link').first());
  expect(await hands.page.textContent('h1')).toContain('Overdue');
  await hands.unfold(hands.page.locator('main summary').first());
  await hands.page.getByText('Source:').waitFor({ state: 'visible' });
}

/** From oversight to the action as the sealed books had it at the end of today. */
async function findAsItWas(hands: Hands): Promise<void> {
  await hands.press(link(hands, 'Oversight'));
  await hands.press(link(hands, 'The books on an earlier day'));
  await hands.pick(hands.page.getByLabel('List', { exact: true }), 'Actions');
  await hands.press(hands.page.locator('form[action="/as-it-was"]').first().getByRole('button'));
  expect(await hands.page.textContent('main')).toContain('As sealed');
  await hands.press(link(hands, what));
  const was = (await hands.page.textContent('main')) ?? '';
  for (const words of ['What was running', 'Action due', 'Why this date', 'What had been written by then'])
    expect(was).toContain(words);
}

describe('an auditor from an overdue clock to what the books said, who looked, and whether the history stands', () => {
  it.each(manners)(
    '%s',
    async (manner) => {
      const hands = await handsAt(site.base, manner);
      await hands.signIn('auditor');
      await findOverdueClock(hands);
      await hands.press(link(hands, 'Open the case'));
      await hands.press(link(hands, 'Who looked at this child'));
      const looks = await hands.page.locator('tbody tr').allTextContents();
      expect(looks.some((row) => row.includes('Aubrey Auditor'))).toBe(true);
      await findAsItWas(hands);
      await hands.press(link(hands, 'Oversight'));
      await hands.press(link(hands, 'Verification of the history'));
      expect(await hands.page.textContent('main')).toContain('All was as recorded on');
      expect(hands.faults).toEqual([]);
      await hands.close();
    },
    180_000,
  );
});

import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { addressMessages, makeSealingKey, openStore, remind, Sealer, sendOutgoing } from '@mase/store';
import { openOwner } from '@mase/store/testing';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { type Hands, handsAt, link, manners } from '../testing/hands.js';
import { dayAhead, gradedCase } from '../testing/panel-world.js';
import { type RealApi, realApi } from '../testing/real-api.js';
import { type Served, serveSite } from '../testing/site.js';

const what = 'School nurse meets her each week';
const commandLine = fileURLToPath(new URL('../../../api/dist/cli/main.js', import.meta.url));
/** The partnership begins so many days before today: an action that is due on its second day is late by now. */
const daysAgo = 8;
const folder = mkdtempSync(join(tmpdir(), 'mase-audited-'));
const ledger = join(folder, 'ledger');
let api: RealApi;
let site: Served;
let late: string;

/** The worker of the installation goes once through what is due so many days before today: it reminds, and hands out what it told. */
async function workOnce(days: number): Promise<void> {
  const clock = () => new Date(Date.now() - days * 86_400_000).toISOString();
  const worker = await openStore(api.database.connections.worker, { size: 2, clock });
  const store = await openStore(api.database.connections.app, { size: 1, clock });
  while ((await remind(worker, store)) > 0);
  while ((await sendOutgoing(worker)) > 0);
  await addressMessages(worker, { mails: false });
  await Promise.all([worker.close(), store.close()]);
}

/** What was accepted until now is sealed, and its checkpoints are written beside the database. */
async function seal(): Promise<void> {
  const sealer = new Sealer({ url: api.database.connections.sealer, folder: ledger });
  while ((await sealer.look()).more);
  await sealer.stop();
}

/** Whoever runs the system verifies the history against the checkpoints, at the command line; gives how it ended. */
function verify(): Promise<{ code: number; out: string }> {
  const args = [
    'verify',
    '--key',
    join(ledger, 'sealer.pub'),
    '--checkpoints',
    join(ledger, 'checkpoints.jsonl'),
  ];
  const env = { PATH: process.env.PATH, HOME: folder, MASE_CONNECTIONS: join(folder, 'connections.json') };
  return new Promise((resolve) =>
    execFile(process.execPath, [commandLine, ...args], { env }, (error, out, err) =>
      resolve({ code: error ? Number(error.code) : 0, out: `${out}${err}` }),
    ),
  );
}

beforeAll(async () => {
  api = await realApi(inject('MASE_TEST_SERVER'), { daysAgo });
  site = await serveSite(api.url);
  writeFileSync(join(folder, 'connections.json'), JSON.stringify(api.database.connections), { mode: 0o600 });
  const child = { firstName: 'Juniper', lastName: 'Synthetic', birthDate: '2012-03-04' };
  const caseId = await gradedCase(api, child, 'medium');
  late = await api.give('worker', 'plan-actions/add-action', {
    caseId,
    ...{ part: 'safety', kind: 'family', what, ownerId: api.ids.memberHealth, due: dayAhead(1 - daysAgo) },
  });
  await api.give('memberHealth', 'plan-actions/accept-action', {}, late);
  await workOnce(daysAgo);
  await api.reachToday();
  await workOnce(0);
  makeSealingKey(ledger);
  await seal();
  expect(await verify()).toMatchObject({ code: 0, out: expect.stringContaining('All as recorded.') });
}, 240_000);
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

/** Somebody who holds the server changes the words of the entry by which the action was added, where it is kept. */
async function tamper(from: string, to: string): Promise<void> {
  const url = new URL(inject('MASE_TEST_SERVER'));
  url.pathname = `/${api.database.name}`;
  const change = 'update history set entry = replace(entry, $2, $3) where record_id = $1 and version = 1';
  const changed = await openOwner(url.toString(), (superuser) => superuser.query(change, [late, from, to]));
  expect(changed.rowCount).toBe(1);
}

describe('an auditor from a verification that found faults to the record that somebody changed', () => {
  it(manners[0], async () => {
    const other = 'School nurse meets her each month';
    await tamper(what, other);
    expect(await verify()).toMatchObject({ code: 1, out: expect.stringContaining(late) });
    const hands = await handsAt(site.base, manners[0]);
    await hands.signIn('auditor');
    await hands.press(link(hands, 'Oversight'));
    await hands.press(link(hands, 'Verification of the history'));
    const words = (await hands.page.textContent('main')) ?? '';
    expect(words).toMatch(/\d faults were found on/);
    expect(words).toContain(`history of record ${late}, version 1, sealed at position`);
    await hands.press(link(hands, 'Open the record'));
    expect(hands.page.url()).toContain(`/records/${late}/as-it-was`);
    await tamper(other, what);
    expect((await verify()).code).toBe(0);
    await hands.open('/verifications');
    expect(await hands.page.textContent('main')).toContain('All was as recorded on');
    expect(hands.faults).toEqual([]);
    await hands.close();
  }, 180_000);
});

import { aDecision, aQuorum, broughtForward, type Chance, chanceFrom } from '@mase/workflow/testing';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { addItem, gradedCase, list, openSitting } from '../packs/testing/little-sitting.js';
import { type TestApi, testApi } from '../testing/test-api.js';

let api: TestApi;
let people: { [key: string]: string };
let sitting: string;
let items: string[];
let hidden: string;

const aChild = async (lastName: string): Promise<string> => {
  const id = await gradedCase(api, { firstName: 'Robin', lastName, birthDate: '2010-06-01' });
  await list(api, id);
  return id;
};

/** A sitting in session with two children, and a third whose case is closed to all but the chair. */
beforeAll(async () => {
  api = await testApi(inject('MASE_TEST_SERVER'));
  people = api.founded.people as typeof people;
  sitting = await openSitting(api, '2026-01-22T10:00:00.000Z', '2026-01-22T12:00:00.000Z');
  const cases = [await aChild('Ordinary'), await aChild('Synthetic')];
  items = [];
  for (const id of cases) items.push(await addItem(api, sitting, id));
  const closed = await aChild('Closed');
  hidden = await addItem(api, sitting, closed);
  const readers = [people.chair, people.manager, people.worker];
  await api.give('manager', 'child-cases/restrict', { reason: 'Made up', readers }, closed);
  await api.give('coordinator', 'sittings/issue-papers', { recipients: [people['member-police']] }, sitting);
  await api.give('coordinator', 'sittings/record-attendance', aQuorum(), sitting);
  await api.give('chair', 'sittings/start-sitting', broughtForward, sitting);
  for (const item of items) await api.give('chair', 'agenda-items/open-item', {}, item);
}, 120_000);
afterAll(() => api.close());

interface Entry {
  who: string;
  url: string;
  body: object;
  /** The words by which it is found in the minutes; each stands there once or never. */
  words: string;
  version?: number;
}

/** What came of an entry: acknowledged, refused with a reason, or given up without an answer. */
type Came = 'acknowledged' | 'refused' | 'unknown';

/** Sends one entry over a bad line: a request or its answer may be lost, and it is sent again under its own key. */
async function send(chance: Chance, { who, url, body, version }: Entry, key: string): Promise<Came> {
  const headers = {
    'idempotency-key': key,
    ...(version === undefined ? {} : { 'if-match': `"${version}"` }),
  };
  for (let attempt = 0; attempt < 8; attempt += 1) {
    if (chance.happens(0.15)) continue;
    const { statusCode } = await api.ask(who, 'POST', url, body, headers);
    if (chance.happens(0.3)) continue;
    if (statusCode === 200) return 'acknowledged';
    if (statusCode === 409 || statusCode === 412) return 'refused';
    throw new Error(`${url}: ${statusCode}`);
  }
  return 'unknown';
}

/** What one recorder writes down next: a note, somebody who comes, or the decision on an item. */
async function nextEntry(chance: Chance, who: string, turn: number): Promise<Entry> {
  const words = `${who} ${turn}`;
  const item = chance.of(items);
  const note = { who, url: `/api/v1/agenda-items/${item}/record-note`, body: { text: `Note ${words}.` } };
  if (turn % 30 === 29) {
    const decision = aDecision({ reasons: `Reasons ${words}`, nextReview: '2027-02-01' });
    const url = `/api/v1/agenda-items/${item}/record-panel-decision`;
    return { who, url, body: decision, words: `Reasons ${words}.`, version: await api.versionOf(item) };
  }
  if (turn % 3 > 0) return { ...note, words: `Note ${words}.` };
  const guest = { ...aQuorum().attendance[0], name: `Guest ${words}`, as: 'presenter' };
  const url = `/api/v1/sittings/${sitting}/record-attendance`;
  return { who, url, body: { attendance: [guest] }, words: `Guest ${words} (` };
}

it('two recorders for ten minutes on a bad line: every entry that was acknowledged is in the minutes once, and none twice', async () => {
  const began = Date.parse(api.time.now);
  const came: { words: string; how: Came }[] = [];
  const record = async (who: string, seed: number) => {
    const chance = chanceFrom(seed);
    for (let turn = 0; turn < 60; turn += 1) {
      const entry = await nextEntry(chance, who, turn);
      const how = await send(chance, entry, `${who}-entry-${turn}`);
      came.push({ words: entry.words, how });
      const now = Math.max(Date.parse(api.time.now), began + turn * 10_000);
      api.time.now = new Date(now).toISOString();
    }
  };
  await Promise.all([record('chair', 1), record('coordinator', 2)]);
  expect(Date.parse(api.time.now) - began).toBeGreaterThan(9.5 * 60_000);

  await api.give('coordinator', 'sittings/end-sitting', {}, sitting);
  const { minutes } = (await api.ask('chair', 'GET', `/api/v1/sittings/${sitting}`)).json();
  const text = minutes[0].sections.map((section: { text: string }) => section.text).join('\n');
  const times = (words: string) => text.split(words).length - 1;
  for (const { words, how } of came) {
    if (how === 'acknowledged') expect([words, times(words)]).toEqual([words, 1]);
    else expect(times(words), words).toBeLessThanOrEqual(how === 'refused' ? 0 : 1);
  }
  const counted = (how: Came) => came.filter((one) => one.how === how).length;
  expect(counted('acknowledged')).toBeGreaterThan(100);
  expect(times('Reasons chair') + times('Reasons coordinator')).toBeGreaterThan(0);
}, 120_000);

it('the end of a sitting leaves no item open that whoever ends it does not see', async () => {
  const item = (await api.ask('chair', 'GET', `/api/v1/agenda-items/${hidden}`)).json();
  expect(item.state).toBe('returned');
  expect((await api.ask('coordinator', 'GET', `/api/v1/agenda-items/${hidden}`)).statusCode).toBe(404);
  const { minutes } = (await api.ask('coordinator', 'GET', `/api/v1/sittings/${sitting}`)).json();
  expect(JSON.stringify(minutes)).not.toContain('Closed');
});

import { openOwner } from '@mase/store/testing';
import { aDecision, aQuorum, broughtForward } from '@mase/workflow/testing';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { type TestApi, testApi } from '../testing/test-api.js';
import { type LittleSitting, littleSitting, openSitting } from './testing/little-sitting.js';

let api: TestApi;
let sitting: LittleSitting;

interface Letter {
  agencyName: string;
  actions: number;
  people: { id: string; name: string }[];
  issued: { name: string; number: number; version: number; openedAt: string | null } | null;
}

const letters = async (who: string): Promise<Letter[]> =>
  (await api.ask(who, 'GET', `/api/v1/sittings/${sitting.id}/copies`)).json().letters;
const clocks = async (): Promise<string[]> =>
  (await api.ask('coordinator', 'GET', `/api/v1/sittings/${sitting.id}`))
    .json()
    .clocks.map(({ rule }: { rule: string }) => rule);
/** How the clock of the letters ended, and why; nothing while it runs. */
const ended = () =>
  openOwner(
    api.database.connections.owner,
    async (client) =>
      (
        await client.query<{ how: string; reason: string | null }>(
          "select how, reason from clock where how is not null and rule = 'actions-out' and record_id = $1",
          [sitting.id],
        )
      ).rows,
  );
const issue = (...keys: string[]) =>
  api.give(
    'coordinator',
    'sittings/issue-letters',
    { recipients: keys.map((key) => api.founded.people[key]) },
    sitting.id,
  );

beforeAll(async () => {
  api = await testApi(inject('MASE_TEST_SERVER'));
  sitting = await littleSitting(api);
  const { people } = api.founded;
  await api.give('coordinator', 'sittings/record-attendance', aQuorum(), sitting.id);
  await api.give('chair', 'sittings/start-sitting', broughtForward, sitting.id);
  await api.give('chair', 'agenda-items/open-item', {}, sitting.items.robin);
  const action = (owner: string, what: string) => ({
    ...{ what, ownerId: people[owner], part: 'safety' as const, due: '2026-03-02' },
  });
  const actions = [
    action('member-health', 'Offer a clinic'),
    action('coordinator', 'Write to the school'),
    action('charity-worker', 'Ask the family how it goes'),
  ];
  const decision = { ...aDecision(), nextReview: '2026-03-02', actions };
  await api.give('chair', 'agenda-items/record-panel-decision', decision, sitting.items.robin);
  await api.give('chair', 'sittings/end-sitting', {}, sitting.id);
}, 240_000);
afterAll(() => api.close());

it('of each agency with actions it is told who may have the letter, and that none is issued', async () => {
  const found = await letters('coordinator');
  expect(found.map(({ actions, issued }) => [actions, issued])).toEqual([
    [1, null],
    [1, null],
    [1, null],
  ]);
  const names = found.flatMap(({ people }) => people.map(({ name }) => name));
  expect(names).toContain('Hana Health-Member');
  // Nobody of the charity has a part in the sitting: its letter is for whoever owns the action there.
  expect(names).toContain('Charlie Charity');
  expect(await letters('member-health')).toEqual([]);
  expect(await clocks()).toContain('actions-out');
});

it('a letter is numbered when it is issued, told to its recipient alone, and the clock runs until each agency has one', async () => {
  await issue('member-health', 'member-police');
  const [health] = (await letters('coordinator')).filter(({ issued }) => issued);
  expect(health?.issued).toMatchObject({ name: 'Hana Health-Member', version: 1, openedAt: null });
  expect(await clocks()).toContain('actions-out');
  const told = await openOwner(api.database.connections.owner, async (client) => {
    const found = await client.query<{ principal: string }>(
      "select principal from outbox where kind = 'letter-issued'",
    );
    return found.rows.map(({ principal }) => principal);
  });
  expect(told).toEqual([`user:${api.founded.people['member-health']}`]);
  expect(await ended()).toEqual([]);
  await issue('coordinator');
  // Nobody of the charity has a part in the sitting: the time for its letter runs on until it is out as well.
  expect(await clocks()).toContain('actions-out');
  expect(await ended()).toEqual([]);
});

const ownLetter = (who: string, on = sitting.id) =>
  api.ask(who, 'GET', `/api/v1/sittings/${on}/pack?document=letter&format=html`);

it('an owner without a seat is sent what he or she is to do and nothing else, and is not told of the sitting before', async () => {
  const seen = async () =>
    (await api.ask('charity-worker', 'GET', `/api/v1/sittings/${sitting.id}`)).statusCode;
  expect(await seen()).toBe(404);
  expect((await ownLetter('charity-worker')).statusCode).toBe(404);
  await issue('charity-worker');
  expect(await clocks()).not.toContain('actions-out');
  expect(await ended()).toMatchObject([{ how: 'met', reason: null }]);
  const letter = await ownLetter('charity-worker');
  expect(letter.statusCode).toBe(200);
  expect(letter.body).toContain('Ask the family how it goes');
  expect(letter.body).toMatch(/Joining link<\/dt>\s*<dd>Left out of this copy/);
  for (const kept of ['Offer a clinic', 'Write to the school', 'Robbie', 'Robin', 'Ordinary'])
    expect(letter.body).not.toContain(kept);
  const number = letter.headers['pack-copy'];
  const issued = await api.ask(
    'charity-worker',
    'GET',
    `/api/v1/sittings/${sitting.id}/copies/${number}?format=html`,
  );
  expect([issued.statusCode, issued.headers['pack-whole']]).toEqual([200, 'yes']);
  expect(issued.body).toContain('Ask the family how it goes');
  // What it opens besides is that the sitting was held: no item, no minutes, no papers, no attendance.
  const view = (await api.ask('charity-worker', 'GET', `/api/v1/sittings/${sitting.id}`)).json();
  expect(view).toMatchObject({
    guest: true,
    letter: true,
    link: null,
    items: [],
    minutes: [],
    attendance: [],
  });
  for (const document of ['pack', 'agenda', 'minutes']) {
    const other = await api.ask(
      'charity-worker',
      'GET',
      `/api/v1/sittings/${sitting.id}/pack?document=${document}`,
    );
    expect([document, other.statusCode]).toEqual([document, 403]);
  }
  expect(JSON.stringify(await api.view('chair', 'sittings', sitting.id))).not.toContain('addressees');
});

it('a letter without a seat is issued anew where what it asks has changed, and not where it is the same', async () => {
  const version = async () =>
    (await letters('coordinator')).find(({ issued }) => issued?.name === 'Charlie Charity')?.issued?.version;
  await issue('charity-worker');
  expect(await version()).toBe(1);
  const own = (await api.ask('charity-worker', 'GET', '/api/v1/plan-actions?limit=50')).json().items as {
    id: string;
    what: string;
  }[];
  const action = own.find(({ what }) => what === 'Ask the family how it goes')?.id as string;
  await api.give('charity-worker', 'plan-actions/accept-action', {}, action);
  await issue('charity-worker');
  expect(await version()).toBe(2);
  expect((await ownLetter('charity-worker')).headers['pack-version']).toBe('2');
});

it('a letter that is the same is not issued twice, and its recipient opens the one that was numbered', async () => {
  const before = (await letters('coordinator')).map(({ issued }) => [issued?.number, issued?.version]);
  await issue('member-health', 'coordinator');
  expect((await letters('coordinator')).map(({ issued }) => [issued?.number, issued?.version])).toEqual(
    before,
  );
  const copy = await api.ask(
    'member-health',
    'GET',
    `/api/v1/sittings/${sitting.id}/pack?document=letter&format=html`,
  );
  expect(copy.body).toContain('Offer a clinic');
  expect(copy.body).not.toContain('Write to the school');
  const opened = (await letters('coordinator')).find(({ issued }) => issued?.name === 'Hana Health-Member');
  expect(opened?.issued).toMatchObject({ version: 1, openedAt: expect.any(String) });
  expect(copy.headers['pack-copy']).toBe(String(opened?.issued?.number));
});

it('whoever has no action of a sitting is sent no letter of it and hears nothing', async () => {
  await issue('interviewer');
  expect((await api.ask('interviewer', 'GET', `/api/v1/sittings/${sitting.id}`)).statusCode).toBe(404);
});

interface Carried {
  id: string;
  caseId: string | null;
}

it('a sitting that gave disruption actions alone has their letter, and tells its readers of none', async () => {
  const { people } = api.founded;
  const next = await openSitting(api, '2026-02-26T10:00:00.000Z', '2026-02-26T12:00:00.000Z');
  // The case was not reached at the sitting before: it came to this agenda by itself.
  const { items } = (await api.view('chair', 'sittings', next)) as unknown as { items: Carried[] };
  const item = items.find(({ caseId }) => caseId === sitting.cases.sam)?.id as string;
  const recipients = [people.chair, people['member-police']];
  await api.give('coordinator', 'sittings/issue-papers', { recipients }, next);
  await api.give('coordinator', 'sittings/record-attendance', aQuorum(), next);
  await api.give('chair', 'sittings/start-sitting', broughtForward, next);
  await api.give('chair', 'agenda-items/open-item', {}, item);
  const visit = { what: 'Visit the hotel (made up)', ownerId: people['member-police'], part: 'disruption' };
  const ask = { what: 'Ask the drivers (made up)', ownerId: people['charity-worker'], part: 'disruption' };
  const actions = [visit, ask].map((one) => ({ ...one, due: '2026-03-06' }));
  const decision = { ...aDecision(), nextReview: '2026-03-12', actions };
  await api.give('chair', 'agenda-items/record-panel-decision', decision, item);
  await api.give('chair', 'sittings/end-sitting', {}, next);
  const due = async (who: string) =>
    (await api.ask(who, 'GET', `/api/v1/sittings/${next}/copies`)).json().letters as Letter[];
  expect(await due('coordinator')).toEqual([]);
  expect(await due('chair')).toMatchObject([
    { actions: 1, issued: null },
    { actions: 1, issued: null, people: [{ name: 'Charlie Charity' }] },
  ]);
  const running = async () =>
    (await api.ask('coordinator', 'GET', `/api/v1/sittings/${next}`))
      .json()
      .clocks.map(({ rule }: { rule: string }) => rule);
  expect(await running()).toContain('actions-out');
  // Whoever issues letters without seeing that one lacks does not thereby end the time for it.
  await api.give('coordinator', 'sittings/issue-letters', { recipients: [people['member-health']] }, next);
  expect(await running()).toContain('actions-out');
  await api.give('chair', 'sittings/issue-letters', { recipients: [people['member-police']] }, next);
  expect(await due('chair')).toMatchObject([{ issued: { version: 1 } }, { issued: null }]);
  expect(await running()).toContain('actions-out');
  await api.give('chair', 'sittings/issue-letters', { recipients: [people['charity-worker']] }, next);
  expect(await running()).not.toContain('actions-out');
  // Neither that there is such a letter nor what it holds reaches the coordinator, who issues the others.
  expect(await due('coordinator')).toEqual([]);
  const theirs = `/api/v1/sittings/${next}/pack?recipient=${people['charity-worker']}&document=letter&format=html`;
  const shared = await api.ask('coordinator', 'GET', theirs);
  expect([shared.statusCode, shared.body.includes('Ask the drivers')]).toEqual([409, false]);
  expect((await ownLetter('charity-worker', next)).body).toContain('Ask the drivers (made up)');
  expect((await ownLetter('charity-worker', next)).body).not.toContain('Visit the hotel');
  const letter = await api.ask(
    'member-police',
    'GET',
    `/api/v1/sittings/${next}/pack?document=letter&format=html`,
  );
  expect(letter.body).toContain('Visit the hotel (made up)');
});

it('what an agency was given without an owner goes to whoever leads it; where nobody does, the record says so and not that it is met', async () => {
  const third = await openSitting(api, '2026-03-26T10:00:00.000Z', '2026-03-26T12:00:00.000Z');
  const { items } = (await api.view('chair', 'sittings', third)) as unknown as { items: Carried[] };
  const item = items.find(({ caseId }) => caseId === sitting.cases.alex)?.id as string;
  const { people, agencies } = api.founded;
  await api.give('coordinator', 'sittings/issue-papers', { recipients: [people.chair] }, third);
  await api.give('coordinator', 'sittings/record-attendance', aQuorum(), third);
  await api.give('chair', 'sittings/start-sitting', broughtForward, third);
  await api.give('chair', 'agenda-items/open-item', {}, item);
  const given = (agency: string, what: string) => ({
    ...{ what, agencyId: agencies[agency], part: 'safety' as const, due: '2026-04-06' },
  });
  const actions = [given('health', 'Name a nurse'), given('licensing', 'Check the licence')];
  const decision = { ...aDecision(), nextReview: '2026-04-12', actions };
  await api.give('chair', 'agenda-items/record-panel-decision', decision, item);
  await api.give('chair', 'sittings/end-sitting', {}, third);
  const due = async () =>
    (await api.ask('coordinator', 'GET', `/api/v1/sittings/${third}/copies`)).json().letters as Letter[];
  expect((await due()).map(({ people: who }) => who.map(({ name }) => name))).toEqual([
    ['Hana Health-Member'],
    [],
  ]);
  const recipients = [people['member-health']];
  await api.give('coordinator', 'sittings/issue-letters', { recipients }, third);
  const how = await openOwner(
    api.database.connections.owner,
    async (client) =>
      (
        await client.query<{ how: string; reason: string }>(
          "select how, reason from clock where rule = 'actions-out' and record_id = $1",
          [third],
        )
      ).rows,
  );
  expect(how).toMatchObject([
    { how: 'cancelled', reason: expect.stringMatching(/^No letter: at .*licens/i) },
  ]);
});

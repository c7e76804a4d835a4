import { aDecision, aQuorum, broughtForward } from '@mase/workflow/testing';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { type TestApi, testApi } from '../testing/test-api.js';
import { packContent } from './pack-model.js';
import { openSitting } from './testing/little-sitting.js';
import { papersOf } from './testing/papers-of.js';
import { type StrandSitting, strandSitting } from './testing/strands-before-panel.js';

let api: TestApi;
let sitting: StrandSitting;
let later: string;
const theme = 'Lunch breaks near the arcade (made up)';
const words = {
  person: 'Serve the made-up notice',
  place: 'Check the made-up licence',
  theme: 'Walk the made-up route',
  club: 'Ask the made-up youth club',
};

interface Item {
  id: string;
  caseId: string | null;
  name: string;
}
interface Shown {
  what: string;
  caseId: string | null;
  childId: string | null;
  reference: string | null;
  aboutId?: string;
}

const itemsOf = async (id: string) => (await api.view('chair', 'sittings', id)).items as unknown as Item[];

async function decide(itemId: string, ...given: [what: string, owner: string][]): Promise<void> {
  const actions = given.map(([what, owner]) => ({
    ...{ what, ownerId: api.founded.people[owner], part: 'safety', due: '2026-03-02' },
  }));
  await api.give('chair', 'agenda-items/open-item', {}, itemId);
  const decision = { ...aDecision(), nextReview: '2026-06-01', actions };
  await api.give('chair', 'agenda-items/record-panel-decision', decision, itemId);
}

beforeAll(async () => {
  api = await testApi(inject('MASE_TEST_SERVER'));
  sitting = await strandSitting(api);
  const { give } = api;
  await give('coordinator', 'sittings/record-attendance', aQuorum(), sitting.id);
  const late = { section: 'theme', asked: 'Who looks?', lateReason: 'Made up' };
  await give('chair', 'sittings/add-subject', { subject: 'theme', title: theme, ...late }, sitting.id);
  await give('chair', 'sittings/start-sitting', broughtForward, sitting.id);
  const items = await itemsOf(sitting.id);
  const of = (found: (one: Item) => boolean) => items.find(found)?.id as string;
  await decide(
    of(({ caseId }) => caseId === sitting.person),
    [words.person, 'charity-worker'],
  );
  await decide(
    of(({ caseId }) => caseId === sitting.place),
    [words.place, 'member-health'],
  );
  await decide(
    of(({ name }) => name === theme),
    [words.theme, 'member-police'],
    [words.club, 'charity-worker'],
  );
  await give('chair', 'sittings/end-sitting', {}, sitting.id);
}, 240_000);
afterAll(() => api.close());

it('whoever is to do something about a person is told what, and nowhere of whom', async () => {
  const own = await api.ask('charity-worker', 'GET', '/api/v1/plan-actions?owner=me');
  const shown = (own.json().items as (Shown & { id: string })[]).find(({ what }) => what === words.person);
  expect(shown).toMatchObject({ what: words.person, caseId: null, childId: null, reference: null });
  const one = await api.ask('charity-worker', 'GET', `/api/v1/plan-actions/${shown?.id}`);
  const { aboutId, reference } = await api.view('chair', 'person-cases', sitting.person);
  for (const body of [own.body, one.body])
    for (const closed of [sitting.person, String(aboutId), String(reference)])
      expect(body).not.toContain(closed);
  const chairs = (await api.ask('chair', 'GET', `/api/v1/plan-actions/${shown?.id}`)).json() as Shown;
  expect(chairs).toMatchObject({ caseId: sitting.person, aboutId, reference });
  expect((await api.ask('worker', 'GET', `/api/v1/plan-actions/${shown?.id}`)).statusCode).toBe(404);
});

it('the letter of an agency has what it was given on a place or a theme, by the name on its agenda', async () => {
  const letter = async (who: string) =>
    (
      await api.ask(
        'chair',
        'GET',
        `/api/v1/sittings/${sitting.id}/pack?recipient=${api.founded.people[who]}&document=letter&format=html`,
      )
    ).body;
  const health = await letter('member-health');
  expect(health).toContain(words.place);
  expect(health).toContain('Place Cedar-01');
  expect(health).not.toContain(words.theme);
  expect(await letter('member-police')).toContain(words.theme);
});

it('the letter to an owner without a seat says what is asked, and has no line for whom or what it is about', async () => {
  await api.give(
    'coordinator',
    'sittings/issue-letters',
    { recipients: [api.founded.people['charity-worker']] },
    sitting.id,
  );
  const letter = await api.ask(
    'charity-worker',
    'GET',
    `/api/v1/sittings/${sitting.id}/pack?document=letter&format=html`,
  );
  for (const asked of [words.person, words.club])
    expect(letter.body).toMatch(new RegExp(`${asked}<br><span class="note">A-\\w{4}-\\w{4}</span>`));
  const {
    aboutId,
    reference,
    standing: _standing,
  } = (await api.view('chair', 'person-cases', sitting.person)) as {
    aboutId?: string;
    reference?: string;
    standing?: unknown;
  };
  for (const closed of [sitting.person, String(aboutId), String(reference), words.place, words.theme, theme])
    expect(letter.body).not.toContain(closed);
});

it('the next agenda has them: beside the item, and in the log, overdue first, of whom only to those who may know', async () => {
  const next = await openSitting(api, '2026-02-26T10:00:00.000Z', '2026-02-26T12:00:00.000Z');
  later = next;
  const add = (payload: object) => api.give('coordinator', 'sittings/add-item', payload, next);
  await add({ caseId: sitting.place, caseKind: 'locationCase', section: 'location', asked: 'Made up' });
  const again = { subject: 'theme', title: theme.toUpperCase(), section: 'theme', asked: 'Made up' };
  await api.give('coordinator', 'sittings/add-subject', again, next);
  const beside = async (found: (one: Item) => boolean) => {
    const item = (await itemsOf(next)).find(found) as Item;
    const { actions } = (await api.view('chair', 'agenda-items', item.id)) as unknown as { actions: Shown[] };
    return actions.map(({ what }) => what);
  };
  expect(await beside(({ caseId }) => caseId === sitting.place)).toEqual([words.place]);
  expect((await beside(({ caseId }) => caseId === null)).sort()).toEqual([words.club, words.theme]);
  const log = async (who: string) =>
    (await api.ask(who, 'GET', `/api/v1/sittings/${next}/action-log`)).json().groups as {
      title: string;
      actions: { what: string; about: string }[];
    }[];
  const open = (await log('chair')).find(({ title }) => title === 'Open');
  expect(open?.actions.map(({ what, about }) => [what, about])).toEqual(
    expect.arrayContaining([
      [words.place, 'Place Cedar-01'],
      [words.theme, theme],
    ]),
  );
});

it('an action that is worded anew, or given to somebody else, stands once in what came of the decision for whoever opens it', async () => {
  const [action] = (await api.ask('member-health', 'GET', '/api/v1/plan-actions?owner=me')).json().items as {
    id: string;
    what: string;
  }[];
  expect(action?.what).toBe(words.place);
  const anew = 'Look at the made-up terms of the licence';
  const changed = { what: anew, reason: 'Said more clearly (made up)' };
  await api.give('coordinator', 'plan-actions/change-action', changed, action?.id);
  const given = async (who: string) => {
    const next = packContent(await papersOf(api, later, who)).places[0]?.previousDecisions[0];
    return next?.actions.map(({ what }) => what);
  };
  expect(await given('chair')).toEqual([anew]);
  expect(await given('member-health')).toEqual([anew]);
  // Who heard it given and may not open it has it as it was given.
  expect(await given('member-police')).toEqual([words.place]);
  const other = { ownerId: api.founded.people['member-police'], reason: 'It is theirs to do (made up)' };
  await api.give('coordinator', 'plan-actions/change-action', other, action?.id);
  expect(await given('chair')).toEqual([anew]);
  expect(await given('member-police')).toEqual([anew]);
  expect(await given('member-health')).toEqual([words.place]);
});

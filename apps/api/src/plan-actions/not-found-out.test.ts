import { addressMessages, beginSession, openStore, sendOutgoing } from '@mase/store';
import { aNomination, anAcceptedCase } from '@mase/workflow/testing';
import { uuidv7 } from 'uuidv7';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { type Founded, foundDemonstration } from '../demonstration/found.js';
import { bare } from '../testing/bare.js';
import { giverOf } from '../testing/guarded-world.js';
import { aStrandSitting, type HeardCase } from '../testing/strand-sitting.js';
import { type TestApi, testApi } from '../testing/test-api.js';

const begin = '2026-11-02T09:00:00.000Z';

/** A sitting has heard two made-up persons, and given somebody two actions: on one of them, or one on each. */
interface Twin {
  founded: Founded;
  persons: [string, string];
  actions: string[];
}

let api: TestApi;
let both: Twin;
let each: Twin;

async function aTwin(to: [HeardCase['to'], HeardCase['to']]): Promise<Twin> {
  api.time.now = begin;
  const founded = await foundDemonstration(api.store, api.database.connections.owner, {
    ...{ name: 'Twin', now: begin },
  });
  const { give, lookAs } = giverOf(api, founded);
  const persons: string[] = [];
  for (const name of ['Person Made-01', 'Person Made-02']) {
    const nomination = aNomination({ person: { name, birthDate: '1990-05-06' } });
    const supervisor = 'intelligence-supervisor';
    const { id } = await give(supervisor, 'person-cases/nominate', nomination);
    await give(supervisor, 'person-cases/start-screening', {}, id);
    await give(supervisor, 'person-cases/accept-nomination', anAcceptedCase(), id);
    persons.push(id);
  }
  const heard = persons.map(
    (caseId, at): HeardCase => ({ mark: 'known', caseId, caseKind: 'personCase', to: to[at] ?? [] }),
  );
  const { people, agencies } = founded;
  const { traces } = await aStrandSitting(give, { people, agencies, lookAs, heard });
  const actions = traces.flatMap((one) => one.actions);
  return { founded, persons: persons as [string, string], actions };
}

async function ask(twin: Twin, who: string, method: 'GET' | 'POST', path: string, body?: object) {
  const owner = { userId: twin.founded.people[who] as string, partnershipId: twin.founded.partnershipId };
  const authorization = `Bearer ${(await beginSession(api.store, owner)).sessionId}`;
  const sent = method === 'POST' ? { 'idempotency-key': uuidv7(), 'if-match': '"2"' } : {};
  return api.ask(null, method, `/api/v1/${path}`, body, { authorization, ...sent });
}

beforeAll(async () => {
  api = await testApi(inject('MASE_TEST_SERVER'), begin);
  both = await aTwin([['outsider', 'outsider'], []]);
  each = await aTwin([['outsider'], ['outsider']]);
}, 300_000);
afterAll(() => api.close());

describe('whoever is to do what a sitting gave cannot find out about whom it is', () => {
  const lists: [string, (twin: Twin) => string][] = [
    ['by asking for all of his or hers', () => 'plan-actions?owner=me'],
    ['by asking for those about the one', ({ persons }) => `plan-actions?caseId=${persons[0]}`],
    ['by asking for those about the other', ({ persons }) => `plan-actions?caseId=${persons[1]}`],
    ['by asking for the one as if it were an agency', ({ persons }) => `plan-actions?agencyId=${persons[0]}`],
    ['by asking for the other as if it were one', ({ persons }) => `plan-actions?agencyId=${persons[1]}`],
  ];
  it.each(lists)('%s', async (_how, path) => {
    const [one, two] = [
      await ask(both, 'worker-south', 'GET', path(both)),
      await ask(each, 'worker-south', 'GET', path(each)),
    ];
    expect([one.statusCode, two.statusCode]).toEqual([200, 200]);
    expect(bare(one.body)).toBe(bare(two.body));
    const whole = path(both).endsWith('owner=me');
    expect(one.json().items).toHaveLength(whole ? 2 : 0);
  });

  it('by ending one of two as done by the other', async () => {
    const answers = [];
    for (const twin of [both, each]) {
      const [id, byActionId] = twin.actions;
      const said = { how: 'superseded', byActionId };
      answers.push(await ask(twin, 'worker-south', 'POST', `plan-actions/${id}/end-action`, said));
    }
    const [one, two] = answers.map(({ statusCode, body }) => `${statusCode} ${bare(body)}`);
    expect(one).toBe(two);
    expect(one).toContain('"pointer":"/how"');
  });

  it('while those who read whom it is about find it by that', async () => {
    for (const who of ['chair', 'coordinator', 'intelligence']) {
      const found = await ask(both, who, 'GET', `plan-actions?caseId=${both.persons[0]}`);
      expect(found.json().items, who).toHaveLength(2);
    }
  });
});

it('an action that a sitting gave to an agency is in the list of that agency, whose lead names the owner and so answers', async () => {
  const twin = await aTwin([['agency'], []]);
  const { agencies, people } = twin.founded;
  const list = async (who: string, agency: string) =>
    (await ask(twin, who, 'GET', `plan-actions?agencyId=${agencies[agency]}`)).json().items;
  const [action] = await list('member-health', 'health');
  expect(action).toMatchObject({ id: twin.actions[0], state: 'awaitingOwner', ownerId: null, caseId: null });
  expect(await list('member-health', 'police')).toEqual([]);
  expect(await list('member-police', 'health')).toEqual([]);
  const worker = await openStore(api.database.connections.worker, { clock: () => api.time.now });
  while ((await sendOutgoing(worker)) > 0);
  while ((await addressMessages(worker, { mails: false })) > 0);
  await worker.close();
  const knew = async () => (await ask(twin, 'auditor', 'GET', `who-knew/${action.id}`)).json();
  expect(JSON.stringify(await knew())).toContain('action-to-name');
  const { give } = giverOf(api, twin.founded);
  const named = { ownerId: people['member-health'], reason: 'The agency named the owner' };
  await give('member-health', 'plan-actions/change-action', named, action.id);
  const lines = (await knew()).items as { kind: string; answer: object | null }[];
  expect(lines.find(({ kind }) => kind === 'action-to-name')).toMatchObject({
    answer: { command: 'plan-actions/change-action', own: true },
  });
});

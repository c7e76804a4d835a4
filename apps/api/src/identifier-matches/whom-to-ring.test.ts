import { openOwner } from '@mase/store/testing';
import { aNomination, anAcceptedCase, anIntelligenceReport } from '@mase/workflow/testing';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { matchNow } from '../testing/intelligence-steps.js';
import { type TestApi, testApi } from '../testing/test-api.js';

interface People {
  lead: { name: string; until: string | null }[];
  decides: { who: string; people: { name: string }[] };
}

let api: TestApi;
let matchId: string;

beforeAll(async () => {
  api = await testApi(inject('MASE_TEST_SERVER'), '2026-11-02T09:00:00.000Z');
  const identifiers = [{ kind: 'phone', text: '07700 900731' }];
  const person = { name: 'Made-up Person', birthDate: '1990-02-28', identifiers };
  const { id } = await api.give('police-desk', 'person-cases/nominate', aNomination({ person }));
  await api.give('intelligence', 'person-cases/start-screening', {}, id);
  await api.give('intelligence', 'person-cases/accept-nomination', anAcceptedCase(), id);
  const report = anIntelligenceReport({ childInDanger: true, identifiers });
  await api.give('charity-worker', 'intelligence/submit-intelligence', report);
  await matchNow(api);
  const list = await api.ask('duty', 'GET', '/api/v1/identifier-matches');
  matchId = list.json().items[0].id;
});
afterAll(() => api.close());

const toRing = async (): Promise<People> =>
  (await api.ask('duty', 'GET', `/api/v1/identifier-matches/${matchId}`)).json().toRing;

/** As many more accounts of workers, each younger than all there are. */
const hire = (count: number): Promise<void> =>
  openOwner(api.database.connections.owner, async (client) => {
    const { rows } = await client.query<{ id: string }>(
      `insert into record select (jsonb_populate_record(r, jsonb_build_object('id', 'f' || substr(gen_random_uuid()::text, 2)))).*
       from record r cross join generate_series(1, $2) where r.id = $1 returning id`,
      [api.founded.people.worker, count],
    );
    await client.query(
      `insert into case_reader select (jsonb_populate_record(k, jsonb_build_object('record_id', hired))).*
       from case_reader k cross join unnest($2::uuid[]) hired where k.record_id = $1`,
      [api.founded.people.worker, rows.map(({ id }) => id)],
    );
  });

it('whom to ring about a child who may be in danger is found in a partnership of any size', async () => {
  const before = await toRing();
  expect(before.lead.length).toBeGreaterThan(0);
  expect(before.decides.people.length).toBeGreaterThan(0);
  await hire(1200);
  const { items, next } = (await api.ask('duty', 'GET', '/api/v1/users?limit=100')).json();
  expect([items.length, next === null]).toEqual([100, false]);
  expect(await toRing()).toEqual(before);
});

it('whoever has the part of a supervisor of the desk by a delegation is rung, and not once it is taken back', async () => {
  const supervisor = api.founded.people['intelligence-supervisor'] as string;
  const payload = {
    ...{ role: 'intelligence-supervisor', toId: api.founded.people.intelligence, reason: 'Made up' },
    ...{ from: '2026-11-02T08:00:00.000Z', until: '2026-11-03T09:00:00.000Z' },
  };
  const people = async () => (await toRing()).decides.people.map(({ name }) => name);
  const [standIn] = await openOwner(
    api.database.connections.owner,
    async (client) =>
      (await client.query<{ title: string }>('select title from record where id = $1', [payload.toId])).rows,
  );
  const name = standIn?.title;
  expect(await people()).not.toContain(name);
  await api.give('intelligence-supervisor', 'users/delegate', payload, supervisor);
  expect(await people()).toContain(name);
  const own = await api.ask('intelligence-supervisor', 'GET', `/api/v1/users/${supervisor}`);
  const ended = { delegationId: own.json().delegations[0].id, reason: 'Back again (made up)' };
  await api.give('intelligence-supervisor', 'users/end-delegation', ended, supervisor);
  expect(await people()).not.toContain(name);
});

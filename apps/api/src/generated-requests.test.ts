import { readFileSync } from 'node:fs';
import { openOwner } from '@mase/store/testing';
import { commandsOfPeople, topicAndVerb } from '@mase/workflow';
import {
  aListing,
  anAction,
  anAllocation,
  anAssessment,
  aReferral,
  aSittingOn,
  aTriage,
} from '@mase/workflow/testing';
import { uuidv7 } from 'uuidv7';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { BodyGenerator, type BodySchema, numbersFrom } from './testing/generated.js';
import { type TestApi, testApi } from './testing/test-api.js';

interface Description {
  paths: {
    [path: string]: {
      post?: { operationId: string; requestBody?: { content: { [type: string]: { schema: BodySchema } } } };
    };
  };
  components: { schemas: { [name: string]: BodySchema } };
}

const description = JSON.parse(
  readFileSync(new URL('../../../docs/api/openapi.json', import.meta.url), 'utf8'),
) as Description;
const commands = Object.values(description.paths).flatMap(({ post }) => {
  const schema = post?.requestBody?.content['application/json']?.schema;
  const name = post?.operationId.replace('.', '/') ?? '';
  return schema && commandsOfPeople.includes(name) ? [{ name, schema }] : [];
});
const rounds = Number(process.env.MASE_GENERATED_ROUNDS ?? 5);
const people = ['senior', 'manager', 'worker', 'triage', 'coordinator', 'chair', 'admin', 'duty'];

let api: TestApi;
const known: { [kind: string]: string[] } = {};
beforeAll(async () => {
  api = await testApi(inject('MASE_TEST_SERVER'), '2026-11-02T09:00:00.000Z');
  const { worker, chair } = api.founded.people as { worker: string; chair: string };
  for (let index = 0; index < 6; index += 1) {
    const { id } = await api.give('referrer', 'child-cases/record-referral', aReferral());
    if (index === 0) continue;
    await api.give(
      'triage',
      'child-cases/decide-triage',
      aTriage('risk-assessment', { teamId: 'north' }),
      id,
    );
    await api.give('manager', 'child-cases/allocate-worker', anAllocation(worker), id);
    if (index === 1) continue;
    const { entry } = await api.give('worker', 'child-cases/assess-risk', anAssessment('low'), id);
    if (index === 2) continue;
    await api.give('manager', 'child-cases/confirm-grade', { assessmentId: entry, grade: 'low' }, id);
    await api.give('worker', 'plan-actions/add-action', anAction(id, worker));
    await api.give('manager', 'child-cases/list-for-panel', aListing(), id);
  }
  const sitting = await api.give(
    'coordinator',
    'sittings/schedule-sitting',
    aSittingOn('2026-11-26T13:00:00.000Z', chair),
  );
  await api.give('coordinator', 'sittings/open-agenda', {}, sitting.id);
  await lookUp();
});
afterAll(() => api.close());

async function lookUp(): Promise<void> {
  const rows = await openOwner(api.database.connections.owner, (client) =>
    client.query<{ id: string; kind: string }>('select id, kind from record order by id desc limit 400'),
  );
  for (const kind of Object.keys(known)) delete known[kind];
  // Those who ask keep their access: it is other people's that is ended by chance.
  const asking = people.map((one) => api.founded.people[one]);
  for (const { id, kind } of rows.rows) if (!asking.includes(id)) known[kind] = [...(known[kind] ?? []), id];
}

describe('generated requests', () => {
  it.each([
    ['of the right shape', 0, 1],
    ['with odd values', 0.06, 2],
  ])(
    '%s: no answer is ours to blame, every one is as described',
    async (shape, oddShare, seed) => {
      const next = numbersFrom(seed);
      const counted: { [status: string]: number } = {};
      for (let round = 0; round < rounds; round += 1) {
        await lookUp();
        const ids = [
          ...Object.values(known).flat(),
          api.founded.people.worker as string,
          api.founded.people.chair as string,
        ];
        const generator = new BodyGenerator(description.components.schemas, next, ids, oddShare);
        for (const { name, schema } of commands) {
          const { topic, verb } = topicAndVerb(name);
          const target = topic.commands[verb]?.creates ? null : generator.of(known[topic.kind] ?? [uuidv7()]);
          const url = `/api/v1/${topic.name}/${target ? `${target}/` : ''}${verb}`;
          const body = generator.value(schema) as object;
          const match: { [name: string]: string } = target
            ? { 'if-match': `"${await api.versionOf(target)}"` }
            : {};
          const headers = { 'content-type': 'application/json', 'idempotency-key': uuidv7(), ...match };
          const answer = await api.ask(generator.of(people), 'POST', url, JSON.stringify(body), headers);
          counted[answer.statusCode] = (counted[answer.statusCode] ?? 0) + 1;
          expect(answer.statusCode, `${name} ${JSON.stringify(body)} ${answer.body}`).toBeLessThan(500);
        }
        // A run of an hour says how far it is.
        if (rounds > 5) console.log(`${shape}, round ${round + 1} of ${rounds}: ${JSON.stringify(counted)}`);
      }
      expect((counted[200] ?? 0) + (counted[201] ?? 0)).toBeGreaterThan(rounds);
      expect(counted[409]).toBeGreaterThan(rounds);
      for (const who of people)
        for (const list of [
          'child-cases',
          'children',
          'work-queue',
          'plan-actions',
          'sittings',
          'referral-proposals',
          'users',
          'messages',
        ])
          expect((await api.ask(who, 'GET', `/api/v1/${list}?limit=100`)).statusCode, `${who} ${list}`).toBe(
            200,
          );
      for (const [kind, topic] of [
        ['childCase', 'child-cases'],
        ['sitting', 'sittings'],
        ['child', 'children'],
        ['planAction', 'plan-actions'],
      ] as const)
        for (const id of known[kind] ?? [])
          expect([200, 404], `${topic}/${id}`).toContain(
            (await api.ask('senior', 'GET', `/api/v1/${topic}/${id}`)).statusCode,
          );
    },
    rounds * 60_000,
  );
});

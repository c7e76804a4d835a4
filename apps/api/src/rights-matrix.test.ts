import {
  type Actor,
  blankRecord,
  classesRead,
  commandsOfPeople,
  type Role,
  roles,
  type StoredRecord,
  topicAndVerb,
} from '@mase/workflow';
import { uuidv7 } from 'uuidv7';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { demonstrationPeople } from './demonstration/people.js';
import { bodyOf, givenOnTheWay } from './testing/bodies.js';
import { description } from './testing/described.js';
import { aGuardedWorld, type Guarded, type GuardedWorld } from './testing/guarded-world.js';
import { nobody } from './testing/journey-step.js';
import { viewOf } from './testing/list-questions.js';
import { routeRights } from './testing/route-rights.js';

let world: GuardedWorld;
let records: Map<string, Guarded>;
let described: string[];
beforeAll(async () => {
  world = await aGuardedWorld(inject('MASE_TEST_SERVER'));
  records = await world.records();
  described = Object.entries(description.paths).flatMap(([path, verbs]) =>
    Object.keys(verbs).map((verb) => `${verb.toUpperCase()} ${path}`),
  );
}, 300_000);
afterAll(() => world.api.close());

const routeOf = (command: string) => {
  const { topic, verb } = topicAndVerb(command);
  return `POST /api/v1/${topic.name}/${topic.commands[verb]?.creates ? '' : '{id}/'}${verb}`;
};

/** Somebody of each role, of that role alone where there is one. */
function holderOf(role: Role): string {
  const holders = demonstrationPeople.filter((one) => one.roles.includes(role));
  return (holders.find((one) => one.roles.length === 1) ?? holders[0])?.key as string;
}

/** The classes that somebody reads of a record by the workflow's own rules. */
function classesOf(id: string, actor: Actor): string[] {
  const one = records.get(id);
  return one && !one.foreign ? classesRead(one.readers, actor, world.api.time.now) : [];
}

/** Whether one line of the policy fits, worked out from the table and the relations alone. */
function mayGive(command: string, actor: Actor, record: StoredRecord): boolean {
  const { topic, verb } = topicAndVerb(command);
  const parent = records.get(record.parentId ?? '')?.record;
  const sees = parent && classesOf(parent.id, actor).length > 0;
  const locked = topic.commands[verb]?.locks?.parent && sees ? [record, parent] : [record];
  const relations = topic.relations(actor, record as never, locked);
  return topic.policy.some(
    (row) =>
      row.command === verb &&
      row.roles.some((role) => actor.roles.includes(role)) &&
      (row.relation === undefined || relations.includes(row.relation)),
  );
}

/** Ids of records of a kind: own ones, restricted, and of another partnership. */
function objectsOf(kind: string): string[] {
  const { own, hidden, foreign } = world.cases;
  const all = [own, hidden, foreign].flatMap((one) => Object.values(one));
  const ids = [...new Set([...all, ...Object.values(world.sittings)])].filter(
    (id) => records.get(id)?.record.kind === kind,
  );
  const others = [...records.values()]
    .filter(({ record }) => record.kind === kind)
    .map(({ record }) => record.id);
  return (ids.length > 0 ? ids : [others[0], others.at(-1)]).filter((id): id is string => Boolean(id));
}

/**
 * Of which records a command is asked: of one of this place, and by every third role of one that is closed or elsewhere;
 * they take turns, so that all are asked for between them. Each role asks for each by `npm run soak -- rights`.
 */
function askedOf(command: string, ids: string[], role: Role): string[] {
  if (process.env.MASE_SOAK_RIGHTS) return ids;
  const { hidden, foreign } = world.cases;
  const away = new Set([hidden, foreign].flatMap((one) => Object.values(one)));
  const turn = roles.indexOf(role) + commandsOfPeople.indexOf(command as never);
  const here = ids.filter((id) => !away.has(id));
  const closed = turn % 3 === 0 || here.length === 0 ? ids.filter((id) => away.has(id)) : [];
  return [here, closed].flatMap((part) => part.at(Math.floor(turn / 3) % Math.max(1, part.length)) ?? []);
}

const absences = new Map<string, Promise<{ status: number; text: string }>>();

/** What is answered of a record that is not there: to everybody the same, so that one asks for all of them. */
function absenceAt(one: Asked): Promise<{ status: number; text: string }> {
  const where = `${one.method} ${one.url}`;
  const known = process.env.MASE_SOAK_RIGHTS ? undefined : absences.get(where);
  const answer = known ?? ask(one);
  absences.set(where, answer);
  return answer;
}

/** An answer without ids and instants: what is left of two that say the same is the same. */
const bare = (text: string) =>
  text.replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, 'ID').replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, 'AT');

interface Asked {
  key: string;
  method: 'GET' | 'POST';
  url: string;
  payload?: object;
  headers?: { [name: string]: string };
}

async function ask({ key, method, url, payload, headers = {} }: Asked) {
  const authorization = `Bearer ${await world.api.tokenOf(key)}`;
  const answer = await world.api.app.inject({
    method,
    url,
    headers: { authorization, ...headers },
    ...(payload ? { payload } : {}),
  });
  const { date: _date, ...rest } = answer.headers;
  return { status: answer.statusCode, text: bare(`${answer.body} ${JSON.stringify(rest)}`) };
}

describe('every route', () => {
  it('has a policy, or says why it needs none', () => {
    const commands = commandsOfPeople.map(routeOf);
    const stated = Object.keys(routeRights);
    expect(described.filter((route) => !commands.includes(route) && !stated.includes(route))).toEqual([]);
    expect(stated.filter((route) => !described.includes(route))).toEqual([]);
    for (const command of commandsOfPeople) {
      const { topic, verb } = topicAndVerb(command);
      expect(topic.policy.filter((row) => row.command === verb).length, command).toBeGreaterThan(0);
    }
  });
});

let counted = 0;
afterAll(() => console.log(`${counted} answers compared with the policies`));

describe.each(roles)('asked as %s', (role) => {
  const key = holderOf(role);

  it('every view answers as the readers of the record say, and a closed record like one that is not there', async () => {
    const actor = await world.actorOf(key);
    const wrong: string[] = [];
    for (const [route, right] of Object.entries(routeRights)) {
      const kind = 'views' in right ? right.views : 'viewsAny' in right ? 'any' : null;
      if (!route.startsWith('GET') || kind === null) continue;
      const ids =
        kind === 'any' ? ['childCase', 'child', 'sitting', 'planAction'].flatMap(objectsOf) : objectsOf(kind);
      const path = route.slice(4);
      const absent = await absenceAt({ key, method: 'GET', url: viewOf(path, nobody) });
      if (absent.status !== 404) wrong.push(`${path} of nothing: ${absent.status}`);
      for (const id of ids) {
        const classes = classesOf(id, actor);
        const asked = 'reads' in right && right.reads;
        const sees = classes.some((one) => one !== 'existence');
        const expected = !sees ? 404 : asked && !classes.includes(asked) ? 403 : 200;
        const answer = await ask({ key, method: 'GET', url: viewOf(path, id) });
        counted += 1;
        if (answer.status !== expected)
          wrong.push(`${path} of ${nameOf(id)}: ${answer.status}, not ${expected}`);
        if (expected === 404 && answer.text !== absent.text)
          wrong.push(`${path} of ${nameOf(id)} hints: ${answer.text}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  it('every command answers as its policy says, and of a closed record as of one that is not there', async () => {
    const actor = await world.actorOf(key);
    const wrong: string[] = [];
    for (const command of commandsOfPeople.filter((one) => givenOnTheWay.has(one))) {
      const { topic, verb } = topicAndVerb(command);
      const payload = bodyOf(command);
      if (topic.commands[verb]?.creates) {
        const blank = blankRecord(topic, { record: { kind: topic.kind, id: nobody } }, world.api.time.now);
        const headers = { 'idempotency-key': uuidv7() };
        const answer = await ask({ key, method: 'POST', url: `/api/v1/${command}`, payload, headers });
        counted += 1;
        if ((answer.status === 403) === mayGive(command, actor, blank))
          wrong.push(`${command}: ${answer.status}`);
        continue;
      }
      const url = (id: string) => `/api/v1/${topic.name}/${id}/${verb}`;
      // What only adds asks for a key and for no version: whoever may give it is not sent away for want of one.
      const adds = topic.commands[verb]?.appends === true;
      const headers: { [name: string]: string } = adds ? { 'idempotency-key': uuidv7() } : {};
      const absent = await absenceAt({ key, method: 'POST', url: url(nobody), payload, headers });
      if (absent.status !== 404) wrong.push(`${command} of nothing: ${absent.status}`);
      for (const id of askedOf(command, objectsOf(topic.kind), role)) {
        const record = records.get(id)?.record as StoredRecord;
        const expected =
          classesOf(id, actor).length === 0 ? 404 : mayGive(command, actor, record) ? 428 : 403;
        const answer = await ask({ key, method: 'POST', url: url(id), payload, headers });
        counted += 1;
        const isRight =
          adds && expected === 428 ? ![403, 404].includes(answer.status) : answer.status === expected;
        if (!isRight) wrong.push(`${command} of ${nameOf(id)}: ${answer.status}, not ${expected}`);
        if (expected === 404 && answer.text !== absent.text)
          wrong.push(`${command} of ${nameOf(id)} hints: ${answer.text}`);
      }
    }
    expect(wrong).toEqual([]);
  });
});

function nameOf(id: string): string {
  for (const [mark, one] of Object.entries({ ...world.cases, sitting: world.sittings }))
    for (const [kind, known] of Object.entries(one)) if (known === id) return `${mark} ${kind}`;
  return id === nobody ? 'nothing' : id;
}

describe('an address for some roles alone', () => {
  const some = Object.entries(routeRights).flatMap(([route, right]) =>
    'roles' in right ? [[route, right] as const] : [],
  );
  it.each(some)(
    '%s is refused to everybody else, of whatever it is asked',
    async (route, { roles: allowed, query = '' }) => {
      const [method, path] = route.split(' ') as ['GET', string];
      for (const role of roles) {
        const named = [nobody, world.cases.hidden.child, world.cases.foreign.child];
        const answers = (path.includes('{') ? named : [nobody]).map(async (id) => {
          const url = path.replace('{id}', id).replace('{identity}', id).replace('{number}', '1') + query;
          return ask({ key: holderOf(role), method, url, ...(method === 'GET' ? {} : { payload: {} }) });
        });
        const all = await Promise.all(answers);
        expect(new Set(all.map((one) => one.text)).size, `${role} ${route}`).toBe(1);
        const statuses = all.map(({ status }) => status);
        // A body that has no shape is refused before anybody is asked who he or she is.
        const refusals = method === 'GET' ? [403] : [403, 400];
        if (allowed.includes(role)) expect(statuses, `${role} ${route}`).not.toContain(403);
        else
          expect(
            statuses.every((status) => refusals.includes(status)),
            `${role} ${route} ${statuses}`,
          ).toBe(true);
      }
    },
  );
});

describe('a record named in a body', () => {
  it.each(['worker', 'manager', 'coordinator', 'triage'])(
    'is to %s, where closed or foreign, like one that is not there',
    async (key) => {
      const { hidden, foreign } = world.cases;
      const named: [string, (one: typeof hidden) => object, string?][] = [
        [
          'plan-actions/add-action',
          (one) => ({ ...bodyOf('plan-actions/add-action'), caseId: one.childCase }),
        ],
        [
          'child-cases/record-referral',
          (one) => ({ ...bodyOf('child-cases/record-referral'), childId: one.child }),
        ],
        [
          'missing-episodes/record-episode',
          (one) => ({ ...bodyOf('missing-episodes/record-episode'), childId: one.child }),
        ],
      ];
      const actor = await world.actorOf(key);
      for (const [command, body] of named) {
        const send = (one: object) =>
          ask({
            key,
            method: 'POST',
            url: `/api/v1/${command}`,
            payload: body(one as never),
            headers: { 'idempotency-key': uuidv7() },
          });
        const nothing = Object.fromEntries(Object.keys(hidden).map((kind) => [kind, nobody]));
        const absent = await send(nothing);
        expect((await send(foreign)).text, command).toBe(absent.text);
        if (classesOf(hidden.childCase, actor).length === 0)
          expect((await send(hidden)).text, command).toBe(absent.text);
      }
    },
  );
});

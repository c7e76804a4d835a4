import { readFileSync } from 'node:fs';
import { openOwner } from '@mase/store/testing';
import { aNomination, aPlaceReport } from '@mase/workflow/testing';
import type { LightMyRequestResponse } from 'fastify';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { littleSitting } from './packs/testing/little-sitting.js';
import { missing } from './testing/child-steps.js';
import { type Asked, emptyHere, shows, showsNobody } from './testing/routes-that-read.js';
import { type TestApi, testApi } from './testing/test-api.js';

const description = JSON.parse(
  readFileSync(new URL('../../../docs/api/openapi.json', import.meta.url), 'utf8'),
) as { paths: { [path: string]: { get?: object } } };
const routes = Object.entries(description.paths).flatMap(([path, { get }]) => (get ? [path] : []));

let api: TestApi;
const ids: { [kind: string]: string } = {};
/** Every record that is part of a person’s: its id, its title where that is a name, and the persons. */
let personal: { id: string; title: string; persons: string[] }[] = [];

beforeAll(async () => {
  api = await testApi(inject('MASE_TEST_SERVER'));
  const sitting = await littleSitting(api);
  const along = {
    people: api.founded.people,
    agencies: api.founded.agencies,
    known: {} as { [name: string]: string },
  };
  api.time.now = '2026-11-02T09:00:00.000Z';
  for (const step of missing) {
    const told = step.body(along);
    const named = 'firstName' in told ? { firstName: `Made-up ${step.as}` } : {};
    const body = { ...told, ...named };
    const given = await api.give(step.who, step.command, body, step.on && along.known[step.on]);
    if (step.as) along.known[step.as] = given.id;
    await step.keep?.(along, given, api);
  }
  await api.give('referrer', 'person-cases/nominate', aNomination());
  await api.give('referrer', 'location-cases/report', aPlaceReport());
  await owner(async (client) => {
    const { rows } = await client.query(
      `select id, kind, title, persons from record where persons <> '{}' order by id`,
    );
    personal = rows;
    for (const { id, kind } of rows) ids[kind] ??= id;
  });
  Object.assign(ids, { sitting: sitting.id });
  await messageToAuditor();
  const draft = { fields: { reasons: 'Typed about Robbie' } };
  await api.ask('worker', 'PUT', `/api/v1/drafts/child-cases.confirm-grade/${ids.childCase}`, draft);
  await api.view('senior', 'children', ids.child as string);
});
afterAll(() => api.close());

async function messageToAuditor(): Promise<void> {
  await owner((client) =>
    client.query(
      `insert into message (partnership_id, id, principal, kind, record_id, at)
        select partnership_id, gen_random_uuid(), 'role:auditor', 'danger', id, now() from record where id = $1`,
      [ids.childCase],
    ),
  );
}

type Owner = Parameters<Parameters<typeof openOwner>[1]>[0];
const owner = <T>(work: (client: Owner) => Promise<T>) => openOwner(api.database.connections.owner, work);

const addressOf = (path: string, { of = '', more = '' }: Asked) =>
  path
    .replace('{form}', 'child-cases.confirm-grade')
    .replace('{record}', ids[of] ?? '')
    .replace('{id}', ids[of] ?? '')
    .replace('{number}', '1') + more;
const ask = (path: string): Promise<LightMyRequestResponse> => {
  const asked = (shows[path] ?? emptyHere[path]) as Asked;
  return api.ask(asked.who, 'GET', addressOf(path, asked));
};

/** The persons whom an answer shows: those of every record whose id or name stands in it. */
const personsIn = (body: string) => [
  ...new Set(
    personal
      .filter(({ id, title }) => body.includes(id) || (title.length > 3 && body.includes(title)))
      .flatMap(({ persons }) => persons),
  ),
];

/** The persons of the record whose id stands in the path, whether or not the answer says it again. */
const personsOf = (id?: string) => personal.find((one) => one.id === id)?.persons ?? [];

const auditedSince = (before: string) =>
  owner(async (client) => {
    const found = await client.query<{ person_id: string }>(
      'select s.person_id from audit a join audit_subject s on s.audit_id = a.id where a.id > $1',
      [before],
    );
    return found.rows.map((row) => row.person_id);
  });
const newestAudit = () =>
  owner(async (client) => {
    const found = await client.query<{ id: string }>('select max(id::text) as id from audit');
    return found.rows[0]?.id ?? '';
  });

const unavailable = {
  type: 'urn:mase:problem:unavailable',
  status: 503,
  code: 'UNAVAILABLE',
  title: 'Not available now',
  detail: 'The database does not answer. Nothing was shown. Repeat the request with the same key.',
  instance: expect.any(String),
};

/** Every address that shows a person, asked while the database refuses what the statements make it refuse. */
async function refusedEverywhere(make: string, undo: string): Promise<void> {
  await owner((client) => client.query(make));
  try {
    for (const path of [...Object.keys(shows), ...Object.keys(emptyHere)]) {
      const answer = await ask(path);
      expect([path, answer.statusCode, answer.json()]).toEqual([path, 503, unavailable]);
    }
  } finally {
    await owner((client) => client.query(undo));
  }
}

describe('every route that reads', () => {
  it('is known to show a person or to show nobody', () => {
    expect([...Object.keys(shows), ...Object.keys(emptyHere), ...Object.keys(showsNobody)].sort()).toEqual(
      routes.sort(),
    );
  });

  it.each(Object.keys(shows))(
    '%s has kept in the audit, when it answers, everybody whom it shows',
    async (path) => {
      const before = await newestAudit();
      const answer = await ask(path);
      expect(answer.statusCode, answer.body).toBe(200);
      const shown = [...personsIn(answer.body), ...personsOf(ids[shows[path]?.of ?? ''])];
      expect(shown.length).toBeGreaterThan(0);
      expect(await auditedSince(before)).toEqual(expect.arrayContaining(shown));
    },
  );

  it.each(Object.keys(showsNobody))('%s shows nobody whom a record is about', async (path) => {
    const at = path.replace(
      '{id}',
      (path.includes('sittings') ? ids.sitting : api.founded.people.worker) ?? '',
    );
    const answer = await api.ask('admin', 'GET', at);
    expect(personsIn(answer.body)).toEqual([]);
  });
});

describe('while the audit cannot be written', () => {
  it('no address shows anything: the table refuses the row', async () => {
    await refusedEverywhere('revoke insert on audit from mase_app', 'grant insert on audit to mase_app');
  });

  it('no address shows anything: the table refuses who was shown', async () => {
    await refusedEverywhere(
      'revoke insert on audit_subject from mase_app',
      'grant insert on audit_subject to mase_app',
    );
  });

  it('no address shows anything: the row is taken and the commit fails, so nothing had left before it', async () => {
    await refusedEverywhere(
      `create function full_disk() returns trigger language plpgsql as
         $$ begin raise exception 'no space left' using errcode = '53100'; end $$;
       create constraint trigger audit_fails after insert on audit deferrable initially deferred
         for each row execute function full_disk()`,
      'drop trigger audit_fails on audit; drop function full_disk()',
    );
  });

  it('no address sends a byte while the row waits, and each answers once it stands', async () => {
    const waiting = await owner(async (client) => {
      await client.query('begin; lock table audit in share row exclusive mode');
      const answered: string[] = [];
      const asked = Object.keys(shows).map(async (path) => {
        const answer = await ask(path);
        answered.push(path);
        return answer;
      });
      await new Promise((later) => setTimeout(later, 1500));
      expect(answered).toEqual([]);
      await client.query('rollback');
      return asked;
    });
    const answers = await Promise.all(waiting);
    expect(answers.map((one) => one.statusCode)).toEqual(answers.map(() => 200));
  });
});

import { openStore } from '@mase/store';
import { openOwner, type TestDatabase } from '@mase/store/testing';
import type { FastifyInstance } from 'fastify';
import { uuidv7 } from 'uuidv7';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { buildApp } from './app.js';
import { serveMetrics } from './plugins/metrics.js';
import { journey } from './testing/journey.js';
import { type TestApi, testApi } from './testing/test-api.js';

/** Stands in every text that somebody types, so that it is found wherever it does not belong. */
const canary = 'kanarienvogel';

let api: TestApi;
let app: FastifyInstance;
let database: TestDatabase;
const lines: string[] = [];
const answered: { [status: string]: number } = {};
beforeAll(async () => {
  api = await testApi(inject('MASE_TEST_SERVER'), '2026-11-02T09:00:00.000Z');
  database = api.database;
  // The same api again with its log kept at its most talkative, over the same database.
  app = await buildApp({
    store: api.store,
    mode: 'demonstration',
    limits: 'off',
    log: { level: 'trace', stream: { write: (line) => lines.push(line) } },
  });
  await app.ready();
});
afterAll(async () => {
  await app.close();
  await api.close();
});

/** Words are marked; ids, dates, codes and numbers stay, so that requests are accepted. */
function marked(value: unknown, key = ''): unknown {
  if (Array.isArray(value)) return value.map((one) => marked(one, key));
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, marked(one, name)]));
  const isWords =
    typeof value === 'string' && (/\s/.test(value) || wordy.has(key)) && !/^\d{4}-\d\d/.test(value);
  return isWords ? `${value} ${canary}` : value;
}
const wordy = new Set([
  'firstName',
  'lastName',
  'chosenName',
  'reason',
  'reasons',
  'what',
  'words',
  'from',
  'who',
  'when',
  'localId',
]);

async function send(
  who: string,
  method: 'GET' | 'POST' | 'PUT',
  url: string,
  payload?: object,
  headers = {},
) {
  const authorization = `Bearer ${await api.tokenOf(who)}`;
  api.time.now = new Date(Date.parse(api.time.now) + 1000).toISOString();
  const answer = await app.inject({
    method,
    url,
    headers: { authorization, ...headers },
    ...(payload ? { payload } : {}),
  });
  answered[answer.statusCode] = (answered[answer.statusCode] ?? 0) + 1;
  return answer;
}

const owner = <T>(sql: string) =>
  openOwner(database.connections.owner, async (client) => (await client.query(sql)).rows as T[]);

/** Gives every command of the journey with marked words, and once more in a way that is refused. */
async function wholeJourney(): Promise<void> {
  const along = {
    people: api.founded.people,
    agencies: api.founded.agencies,
    known: {} as Record<string, string>,
  };
  for (const step of journey) {
    const [topic, verb] = step.command.split('/');
    const id = step.on && along.known[step.on];
    const url = id ? `/api/v1/${topic}/${id}/${verb}` : `/api/v1/${topic}/${verb}`;
    const plain = step.body(along);
    const give = async (body: object) =>
      send(step.who, 'POST', url, body, {
        'idempotency-key': uuidv7(),
        ...(id ? { 'if-match': `"${await api.versionOf(id)}"` } : {}),
      });
    await give({ ...(marked(plain) as object), [canary]: canary });
    let answer = await give(marked(plain) as object);
    // A text that is a code after all: the step is given as it stands, so that the journey goes on.
    if (answer.statusCode >= 300) answer = await give(plain);
    expect([step.command, answer.statusCode < 300], answer.body).toEqual([step.command, true]);
    const accepted = answer.json() as { id: string; entry: string };
    if (step.as) along.known[step.as] = accepted.id;
    await step.keep?.(along, accepted, api);
  }
}

/** Reads, searches, asks for what is not there, sends what cannot be read, and makes the database fail. */
async function readsAndFaults(): Promise<void> {
  const records = await owner<{ id: string; kind: string }>('select id, kind from record');
  const topics: { [kind: string]: string } = {
    child: 'children',
    childCase: 'child-cases',
    planAction: 'plan-actions',
    sitting: 'sittings',
    agendaItem: 'agenda-items',
    missingEpisode: 'missing-episodes',
    incidentVictim: 'incident-victims',
    incidentPart: 'incident-parts',
    returnInterview: 'return-interviews',
    referralProposal: 'referral-proposals',
  };
  for (const { id, kind } of records)
    if (topics[kind]) await send('auditor', 'GET', `/api/v1/${topics[kind]}/${id}`);
  const first = records.find(({ kind }) => kind === 'child')?.id;
  await send('auditor', 'GET', `/api/v1/children/${first}/looks`);
  await send('auditor', 'POST', '/api/v1/children/search', { name: canary });
  await send('auditor', 'POST', '/api/v1/search', { text: canary });
  await send('auditor', 'GET', `/api/v1/child-cases?reference=${canary}&${canary}=${canary}`);
  await send('auditor', 'GET', `/api/v1/${canary}/${canary}`);
  await send('auditor', 'GET', `/api/v1/children/%E0%A4%A${canary}`);
  await send('worker', 'PUT', `/api/v1/drafts/child-cases.confirm-grade/${first}`, {
    fields: { words: canary },
  });
  await app.inject({
    method: 'POST',
    url: '/api/v1/sessions',
    payload: { email: `${canary}@example.org`, password: canary },
  });
  await app.inject({
    method: 'GET',
    url: '/api/v1/me',
    headers: { authorization: `Bearer ${canary.repeat(3)}` },
  });
  await app.inject({
    method: 'POST',
    url: '/api/v1/sessions',
    headers: { 'content-type': 'application/json' },
    payload: `{"${canary}`,
  });
  const name = new URL(database.connections.app).pathname.slice(1);
  await owner(`alter table record rename to ${canary}_record`);
  await send('auditor', 'GET', '/api/v1/children');
  await owner(`alter table ${canary}_record rename to record`);
  expect(name).not.toContain(canary);
}

describe('what somebody types about a child', () => {
  it('goes through every command, every view, and faults of ours and of others', async () => {
    await wholeJourney();
    await readsAndFaults();
    const kept = await owner<{ rows: number }>(
      `select count(*)::int as rows from written where body like '%${canary}%'`,
    );
    expect(kept[0]?.rows).toBeGreaterThan(20);
    expect(answered['500'] ?? 0).toBeGreaterThan(0);
    expect(lines.length).toBeGreaterThan(0);
  });

  it('is in no line of the log, in whatever spelling', () => {
    const found = lines.filter((line) => line.toLowerCase().includes(canary));
    expect(found).toEqual([]);
    const personal = lines.filter((line) => /@|Bearer|"(?:url|body|headers|query|params)"/.test(line));
    expect(personal).toEqual([]);
  });

  it('names in the log neither a record nor an address, only its pattern', () => {
    const ids = lines.flatMap((line) => line.match(/\/api\/v1\/[a-z-]+\/[0-9a-f]{8}-/g) ?? []);
    expect(ids).toEqual([]);
  });

  it('is not in what is counted', async () => {
    const server = await serveMetrics(app.metrics, 0);
    const text = await app.metrics.metrics();
    await new Promise((closed) => server.close(closed));
    expect(text).toContain('mase_request_seconds_count');
    expect(text).not.toContain(canary);
    expect(text).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}-7/);
  });

  it('is in no outgoing work, no message, no list of work to be done and no key: these hold ids alone', async () => {
    for (const table of [
      'outbox',
      'outbox_processed',
      'message',
      'idempotency_key',
      'case_reader',
      'clock',
      'session',
      'sign_in_try',
      'sign_in_step',
    ]) {
      const found = await owner<{ rows: number }>(
        `select count(*)::int as rows from ${table} t where t::text like '%${canary}%'`,
      );
      expect([table, found[0]?.rows]).toEqual([table, 0]);
    }
    const sent = await owner<{ rows: number }>('select count(*)::int as rows from outbox');
    expect(sent[0]?.rows).toBeGreaterThan(0);
  });

  it('is in no address that the api gives: neither in links nor in places of what was made', async () => {
    const page = await send('auditor', 'GET', '/api/v1/children?limit=1');
    expect(String(page.headers.link)).not.toContain(canary);
  });

  it('is in no line that the database logs about its own statements', async () => {
    // Values travel beside the statement, never in it: what the server may log of a statement holds none.
    const store = await openStore(database.connections.app, { size: 1 });
    const found = await owner<{ query: string }>(
      `select query from pg_stat_activity where datname = current_database() and query like '%${canary}%' and pid <> pg_backend_pid()`,
    );
    await store.close();
    expect(found).toEqual([]);
  });
});

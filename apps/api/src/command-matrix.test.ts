import { beginSession } from '@mase/store';
import { openOwner } from '@mase/store/testing';
import { commandsOfPeople, topicAndVerb } from '@mase/workflow';
import type { LightMyRequestResponse } from 'fastify';
import { uuidv7 } from 'uuidv7';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { foundDemonstration } from './demonstration/found.js';
import { askedOfView, inTurn } from './testing/asked-of-view.js';
import { afterClosing } from './testing/closing-steps.js';
import { description } from './testing/described.js';
import { journey } from './testing/journey.js';
import type { Along, JourneyStep } from './testing/journey-step.js';
import { viewOf } from './testing/list-questions.js';
import { type TestApi, testApi } from './testing/test-api.js';

let api: TestApi;
let along: Along;
let foreign: string;
beforeAll(async () => {
  api = await testApi(inject('MASE_TEST_SERVER'), '2026-11-02T09:00:00.000Z');
  along = { people: api.founded.people, agencies: api.founded.agencies, known: {} };
  const other = await foundDemonstration(api.store, api.database.connections.owner, {
    name: 'Elsewhere',
    now: api.time.now,
  });
  const owner = { userId: other.people.senior as string, partnershipId: other.partnershipId };
  foreign = (await beginSession(api.store, owner)).sessionId;
});
afterAll(() => api.close());

// Who does not see a record of each kind, and who sees it and may ask nothing of it.
const unseenBy: { [kind: string]: string } = {
  childCase: 'worker-south',
  planAction: 'worker-south',
  planCopy: 'worker-south',
  informationRequest: 'worker-south',
  intelligence: 'manager',
  intelligenceRequirement: 'worker-south',
  identifierMatch: 'manager',
  partnerFigures: 'worker',
  populationTable: 'worker',
  link: 'worker-south',
  cluster: 'worker-south',
  challenge: 'worker-south',
  notice: 'worker-south',
  serviceEpisode: 'worker-south',
  caseAudit: 'worker-south',
  auditAction: 'worker-south',
  dipSample: 'manager',
  qualityStandard: 'referrer',
  qualityActivity: 'referrer',
  practiceTheme: 'referrer',
  trainingSession: 'referrer',
  serviceFeedback: 'referrer',
  child: 'referrer',
  referralProposal: 'worker',
  incident: 'worker',
  incidentVictim: 'worker',
  incidentPart: 'worker',
  sitting: 'worker',
  panel: 'referrer',
  agendaItem: 'worker',
  accessRequest: 'manager',
  export: 'manager',
  accessConsultation: 'manager',
  disposal: 'manager',
  legalHold: 'manager',
  disruptionMeasure: 'worker',
  breakGlass: 'worker-two',
  personCase: 'worker',
  person: 'worker',
  locationCase: 'worker',
  location: 'worker',
};
const bystanders: { [command: string]: string } = {
  'child-cases/record-referral': 'admin',
  'exports/request-export': 'worker',
  // Who has the receipt of a report, who was told of a danger: they see it and may ask nothing of it.
  'intelligence/submit-intelligence': 'admin',
  'intelligence/add-to-report': 'intelligence',
  'identifier-matches/decide-match': 'duty',
  'links/record-link': 'admin',
  'links/acknowledge-link': 'chair',
  'links/grade-link': 'worker',
  'links/review-link': 'worker',
  'links/renew-link': 'worker',
  'links/withdraw-link': 'worker',
  'person-cases/nominate': 'admin',
  'location-cases/report': 'admin',
  'population-tables/record-table': 'chair',
  'population-tables/withdraw-table': 'chair',
};
const ofStrand = /^(person-cases|persons|location-cases|locations)\//;
/** What an auditor may ask for. */
const ofAuditors = new Set([
  ...['case-audits', 'audit-actions', 'dip-samples', 'quality-standards', 'quality-activities'],
  ...['practice-themes', 'training-sessions', 'service-feedback'],
]);
const bystander = (command: string) =>
  bystanders[command] ??
  (ofAuditors.has(topicAndVerb(command).topic.name) ? 'governance' : undefined) ??
  (/^(users|intelligence)\//.test(command) ? 'worker' : ofStrand.test(command) ? 'police-desk' : 'auditor');

const kindOf = (command: string) => topicAndVerb(command).topic.kind;
const createsOf = ({ command }: JourneyStep) => {
  const { topic, verb } = topicAndVerb(command);
  return topic.commands[verb]?.creates ?? false;
};
const idOf = (step: JourneyStep) => along.known[step.on as string] as string;
const appendsOf = ({ command }: JourneyStep) => {
  const { topic, verb } = topicAndVerb(command);
  return topic.commands[verb]?.appends ?? false;
};
const url = (step: JourneyStep, id = createsOf(step) ? undefined : idOf(step)) => {
  const [topic, verb] = step.command.split('/');
  return id ? `/api/v1/${topic}/${id}/${verb}` : `/api/v1/${topic}/${verb}`;
};

interface Sent {
  who?: string | null;
  body?: object | string;
  id?: string;
  key?: string | null;
  version?: number | null;
  headers?: { [name: string]: string };
}

const versionNow = (step: JourneyStep) => api.versionOf(idOf(step));

/** Sends a command as its step gives it, but for what is said otherwise; null leaves a header out. */
async function send(step: JourneyStep, sent: Sent = {}): Promise<LightMyRequestResponse> {
  const { who = step.who, body = step.body(along), key = uuidv7() } = sent;
  const version = createsOf(step) ? null : sent.version === undefined ? await versionNow(step) : sent.version;
  return api.ask(who, 'POST', url(step, sent.id), body, {
    ...(key === null ? {} : { 'idempotency-key': key }),
    ...(version === null ? {} : { 'if-match': `"${version}"` }),
    ...sent.headers,
  });
}

function expectProblem(
  answer: LightMyRequestResponse,
  status: number,
  code: string,
): { [field: string]: never } {
  expect(answer.headers['content-type'], answer.body).toContain('application/problem+json');
  expect(answer.json(), answer.body).toMatchObject({ status, code });
  expect(answer.statusCode).toBe(status);
  return answer.json();
}

async function withKeyHeld<T>(step: JourneyStep, key: string, work: () => Promise<T>): Promise<T> {
  return openOwner(api.database.connections.owner, async (client) => {
    await client.query('begin');
    const held = `${along.people[step.who]} ${key}`;
    await client.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [held]);
    try {
      return await work();
    } finally {
      await client.query('rollback');
    }
  });
}

/** One of some that are much alike, which commands take in turns; each takes all of them by `npm run soak -- matrix`. */
const takenInTurn = <T>({ command }: JourneyStep, all: readonly T[]): readonly T[] =>
  inTurn(all, commandsOfPeople.indexOf(command as never) % all.length, all.length);

async function asksWhoAndWhat(step: JourneyStep): Promise<void> {
  expectProblem(
    await send(step, { who: null, body: '{', headers: { 'content-type': 'text/csv' } }),
    401,
    'NOT_SIGNED_IN',
  );
  for (const type of takenInTurn(step, [
    'text/plain',
    'application/xml',
    'application/x-www-form-urlencoded',
  ]))
    expectProblem(await send(step, { body: 'a=b', headers: { 'content-type': type } }), 415, 'MEDIA_TYPE');
  expectProblem(await send(step, { body: { text: 'x'.repeat(1_100_000) } }), 413, 'TOO_LARGE');
  const json = { 'content-type': 'application/json' };
  expectProblem(await send(step, { body: '{"half":', headers: json }), 400, 'NOT_JSON');
  expectProblem(await send(step, { body: '[]', headers: json }), 400, 'INVALID_BODY');
  const unknown = await send(step, { body: { ...step.body(along), nonsense: 1 } });
  expect(expectProblem(unknown, 400, 'INVALID_BODY').errors).toContainEqual(
    expect.objectContaining({ pointer: '/nonsense' }),
  );
}

async function refusesOthers(step: JourneyStep): Promise<void> {
  const key = uuidv7();
  const refused = { who: bystander(step.command), key, version: null };
  const problem = expectProblem(await send(step, refused), 403, 'NOT_PERMITTED');
  expect(problem.missing).toMatchObject([{ code: 'notPermitted' }]);
  if (createsOf(step)) return;
  for (const id of takenInTurn(step, [uuidv7(), 'not-an-id', idOf(step).toUpperCase()]))
    expectProblem(await send(step, { id, version: 1 }), 404, 'NOT_FOUND');
  const elsewhere = await send(step, { who: null, headers: { authorization: `Bearer ${foreign}` } });
  expectProblem(elsewhere, 404, 'NOT_FOUND');
  const unseen = unseenBy[kindOf(step.command)];
  if (unseen) expectProblem(await send(step, { who: unseen }), 404, 'NOT_FOUND');
}

async function asksKeyAndVersion(step: JourneyStep): Promise<void> {
  const key = uuidv7();
  const held = await withKeyHeld(step, key, () => send(step, { key, version: null }));
  expectProblem(held, 409, 'KEY_IN_WORK');
  expect(held.headers['retry-after']).toBe('1');
  if (createsOf(step) || appendsOf(step)) {
    expectProblem(await send(step, { key: null }), 400, 'KEY_ASKED');
    expectProblem(await send(step, { key: 'short' }), 400, 'KEY_ASKED');
    return;
  }
  const version = await versionNow(step);
  expect(expectProblem(await send(step, { version: null }), 428, 'VERSION_ASKED').version).toBe(version);
  const stale = await send(step, { version: version + 7 });
  expect(expectProblem(stale, 412, 'VERSION_STALE').version).toBe(version);
  expect(stale.headers.etag).toBe(`"${version}"`);
}

async function isAcceptedOnce(step: JourneyStep): Promise<void> {
  const key = uuidv7();
  const body = step.body(along);
  const first = await send(step, { key, body });
  expect(first.statusCode, first.body).toBe(createsOf(step) ? 201 : 200);
  const accepted = first.json();
  expect(first.headers.etag).toBe(`"${accepted.version}"`);
  if (step.as) along.known[step.as] = accepted.id;
  const again = await send(step, { key, body, version: null });
  expect(again.json(), again.body).toEqual({ ...accepted, repeated: true });
  expect(again.statusCode).toBe(first.statusCode);
  const other = { ...body, happened: new Date(Date.parse(api.time.now) - 60_000).toISOString() };
  expectProblem(await send(step, { key, body: other, version: null }), 422, 'KEY_MISUSED');
  if (first.headers.location)
    expect((await api.ask(step.who, 'GET', String(first.headers.location))).statusCode).toBe(200);
  await step.keep?.(along, accepted, api);
}

async function isRefusedInWords(step: JourneyStep, body: object): Promise<void> {
  const answer = await send(step, { body });
  const problem = expectProblem(answer, 409, 'COMMAND_REFUSED') as unknown as {
    missing: object[];
    errors: object[];
    allowed: object[];
  };
  expect([...problem.missing, ...problem.errors].length).toBeGreaterThan(0);
  expect(problem.allowed.every((one) => (one as { available: boolean }).available)).toBe(true);
}

const steps = (list: readonly JourneyStep[]) =>
  list.map((step, index) => ({ step, title: `${index + 1}. ${step.command}` }));

describe('every command answers in the order that the house promises', () => {
  it('and every command is in the journey', () => {
    const given = new Set([...journey, ...afterClosing].map((step) => step.command));
    expect([...given].sort()).toEqual([...commandsOfPeople].sort());
  });

  it.each(steps(journey))('$title', async ({ step }) => {
    await asksWhoAndWhat(step);
    await refusesOthers(step);
    await asksKeyAndVersion(step);
    await isAcceptedOnce(step);
    if (step.refusedBody) await isRefusedInWords(step, step.refusedBody(along));
    else if (step.refused === undefined) await isRefusedInWords(step, step.body(along));
  });

  it.each(steps(journey.filter((step) => step.refused === 'atEnd')))('closed: $title', async ({ step }) => {
    const { allowed } = await api.view(step.who, 'child-cases', along.known.case as string);
    expect(allowed).toContainEqual(expect.objectContaining({ command: step.command, available: false }));
    await isRefusedInWords(step, step.body(along));
  });

  it.each(steps(afterClosing))('afterwards: $title', async ({ step }) => {
    const seen = await api.view('manager', 'child-cases', along.known.case as string);
    const written = seen.written as { kind: string; id: string }[];
    along.known.row ??= written.find((row) => row.kind === 'referral')?.id as string;
    await asksWhoAndWhat(step);
    await refusesOthers(step);
    await asksKeyAndVersion(step);
    await isAcceptedOnce(step);
    await isRefusedInWords(step, (step.refusedBody ?? step.body)(along));
  });

  it('no record of the journey is shown to anybody of another partnership, and nobody here breaks a view by asking', async () => {
    const { paths } = description as { paths: { [path: string]: object } };
    const views = Object.keys(paths).filter(
      (path) => path.includes('{id}') && 'get' in (paths[path] as object),
    );
    expect(views.length).toBeGreaterThan(10);
    const guest = { authorization: `Bearer ${foreign}` };
    let shown = 0;
    const asked = async (url: string) => (await api.ask(null, 'GET', url, undefined, guest)).statusCode;
    const readers = ['worker-south', 'auditor', 'admin', 'observer'];
    const known = await recordsNamed([...new Set(Object.values(along.known))]);
    for (const path of views) {
      // A page for one role answers 403 before it looks; every other one as for an id that nothing has.
      const absent = await asked(viewOf(path, uuidv7()));
      expect([403, 404], path).toContain(absent);
      for (const id of askedOfView(path, known, 0)) {
        const url = viewOf(path, id);
        expect(await asked(url), url).toBe(absent);
      }
      for (const [turn, who] of readers.entries())
        for (const id of askedOfView(path, known, turn)) {
          const { statusCode } = await api.ask(who, 'GET', viewOf(path, id));
          if (!['/pack', '/response', '/document'].some((end) => path.endsWith(end)))
            expect([200, 403, 404], `${who} ${path} ${id}`).toContain(statusCode);
          if (statusCode === 200) shown += 1;
        }
    }
    expect(shown).toBeGreaterThan(20);
  }, 240_000);
});

/** What is known by these ids, by kind: most are records, some are rows that were written on one. */
const recordsNamed = (ids: string[]) =>
  openOwner(api.database.connections.owner, async (client) => {
    const found = await client.query<{ id: string; kind: string }>(
      "select id, coalesce(kind, 'row') as kind from unnest($1::uuid[]) as known(id) left join record using (id)",
      [ids],
    );
    return found.rows;
  });

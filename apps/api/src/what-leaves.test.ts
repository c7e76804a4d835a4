import { openStore, sendOutgoing } from '@mase/store';
import { openOwner } from '@mase/store/testing';
import { exportLists } from '@mase/workflow';
import { aDissemination, aGrading, anIntelligenceReport, aTriage } from '@mase/workflow/testing';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { canaries, canary } from './testing/guarded-cases.js';
import {
  aGuardedWorld,
  canariesFor,
  closedTo,
  type Guarded,
  type GuardedWorld,
} from './testing/guarded-world.js';
import { readerProfiles } from './testing/reader-profiles.js';
import type { TestApi } from './testing/test-api.js';

let world: GuardedWorld;
let api: TestApi;
let records: Map<string, Guarded>;
/** Ids of what was planted here and is closed to all but a few. */
const shut: string[] = [];

beforeAll(async () => {
  world = await aGuardedWorld(inject('MASE_TEST_SERVER'));
  api = world.api;
  await plantReports();
  await plantAbsences();
  const worker = await openStore(api.database.connections.worker, { clock: () => api.time.now });
  while ((await sendOutgoing(worker)) > 0);
  await worker.close();
  records = await world.records();
}, 300_000);
afterAll(() => api.close());

const told = (place: string) => canary('told', place);

/** A report with a canary in every field of it, handled with conditions and given to one agency; and one that is rejected. */
async function plantReports(): Promise<void> {
  const { agencies } = api.founded;
  const said = (more: object) =>
    anIntelligenceReport({
      ...{ seen: told('seen'), when: told('when'), where: told('where'), whoElseKnows: told('others') },
      ...{ fromChild: 'yes', couldShow: 'yes', caseId: world.cases.own.childCase },
      identifiers: [{ kind: 'nickname', text: told('nickname') }],
      ...more,
    });
  const submit = (more: object) => api.give('worker', 'intelligence/submit-intelligence', said(more));
  const named = [{ kind: 'child', id: world.cases.own.child }];
  const { id } = await submit({ named });
  const on = (verb: string, body: object, who = 'intelligence') =>
    api.give(who, `intelligence/${verb}`, body, id);
  await on('add-to-report', { words: told('added') }, 'worker');
  const conditions = { handling: 'C', conditions: ['A1'], conditionWords: told('conditions') };
  await on('evaluate', aGrading('2027-02-01', { ...conditions, reasons: told('grading') }));
  await on('record-source-risk', { level: 'low', risk: told('risk'), safeguard: told('safeguard') });
  await on('sanitise', {
    safety: told('sanitised-safety'),
    disruption: told('sanitised-police'),
    sheet: told('sheet'),
  });
  await on('disseminate', aDissemination(agencies.health as string, { purpose: told('purpose') }));
  await on('refer-source', { reason: told('source') });
  await on('tell-submitter', { words: told('answer') });
  const { id: rejected } = await submit({ seen: told('rejected-seen') });
  await api.give('intelligence', 'intelligence/reject', { reason: told('rejected') }, rejected);
  shut.push(id, rejected);
}

/** An absence of a child with the authority’s number, and one of another whose case and record few may see. */
async function plantAbsences(): Promise<void> {
  const absent = async (mark: string) => {
    const child = {
      firstName: `Zq${mark}`,
      lastName: 'Synthetic',
      from: 'return',
      localId: canary(mark, 'number'),
    };
    const { id: childId } = await api.give('coordinator', 'children/record-child', child);
    const days = { start: '2026-10-02', end: '2026-10-03', from: canary(mark, 'episode') };
    const episode = { childId, kind: 'missing', ...days };
    return {
      childId,
      episodeId: (await api.give('coordinator', 'missing-episodes/record-episode', episode)).id,
    };
  };
  await absent('returned');
  const { childId, episodeId } = await absent('shut');
  const referral = { childId, seenOrSaid: canary('shut', 'referral'), immediateDanger: false };
  const { id: caseId } = await api.give('coordinator', 'child-cases/record-referral', referral);
  const triage = aTriage('risk-assessment', { teamId: 'north', reasons: canary('shut', 'triage') });
  await api.give('triage', 'child-cases/decide-triage', triage, caseId);
  const readers = [api.founded.people.chair];
  await api.give('manager', 'child-cases/restrict', { reason: canary('shut', 'why'), readers }, caseId);
  shut.push(childId, episodeId, caseId);
}

/** What these readers may all see, and the ids of which one of them may not know. */
async function clearanceOf(keys: readonly string[]) {
  const { now } = api.time;
  const actors = await Promise.all(keys.map((key) => world.actorOf(key)));
  const sets = actors.map((actor) => canariesFor(records.values(), actor, now));
  const { cases, network } = world;
  const all = { cases, network: { ...network, closed: [...network.closed, ...shut] } };
  return {
    allowed: new Set([...(sets[0] ?? [])].filter((one) => sets.every((set) => set.has(one)))),
    closed: new Set(actors.flatMap((actor) => closedTo(all, records, actor, now))),
  };
}

const seen = new Set<string>();
/** Canaries of what is closed to everybody who may ask for an export, also where a row that they read repeats one. */
const isClosed = (one: string) => /^zq-?(hidden|shut|closed|later)/i.test(one);

/** What of a text nobody was cleared for, by the name of what it came in. */
function leaksIn(from: string, text: string, { allowed, closed }: Awaited<ReturnType<typeof clearanceOf>>) {
  for (const one of canaries(text)) seen.add(one);
  const words = canaries(text).filter((one) => !allowed.has(one));
  const ids = [...closed].filter((id) => text.includes(id) && !from.includes(id));
  return [...words, ...ids.map((id) => `the id of ${records.get(id)?.record.kind}`)].map(
    (one) => `${from}: ${one}`,
  );
}

const get = async (who: string, path: string) => {
  const answer = await api.ask(who, 'GET', `/api/v1/${path}`);
  return { status: answer.statusCode, text: `${answer.body} ${JSON.stringify(answer.headers)}` };
};

describe('an export', () => {
  const kinds = (): object[] => [
    ...exportLists.filter((list) => list !== 'intelligence').map((list) => ({ what: 'list', list })),
    { what: 'partnership' },
    { what: 'record', record: { kind: 'child', id: world.cases.own.child } },
    { what: 'record', record: { kind: 'childCase', id: world.cases.own.childCase } },
    { what: 'missing-return', from: '2026-01-01', to: '2026-12-31' },
  ];

  it.each([
    ['an auditor', 'auditor', 'caldicott'],
    ['information governance', 'governance', 'caldicott'],
    ['an auditor', 'auditor', 'governance'],
  ])(
    'of every kind holds nothing that %s (%s) or whoever approved it (%s) may not see',
    async (_who, asker, second) => {
      const clearance = await clearanceOf([asker, second]);
      const leaks: string[] = [];
      seen.clear();
      for (const kind of kinds()) {
        const recipient = { name: 'Made-up Reviewer', organisation: 'Made-up inspectorate' };
        const asked = { ...kind, recipient, reason: 'A made-up inspection' };
        const { id } = await api.give(asker, 'exports/request-export', asked);
        await api.give(second, 'exports/approve-export', {}, id);
        await api.seal();
        await api.give(asker, 'exports/begin-download', {}, id);
        const { status, text } = await get(asker, `exports/${id}/file`);
        expect(status).toBe(200);
        leaks.push(...leaksIn(JSON.stringify(kind), text, clearance));
        leaks.push(...canaries(text).filter(isClosed));
      }
      expect(leaks).toEqual([]);
      // What may be seen is there: files with nothing in them prove nothing.
      expect([...seen]).toEqual(expect.arrayContaining(['Zqplain', 'zq-returned-number', 'zq-own-analysis']));
    },
    120_000,
  );

  it('of intelligence holds sanitised texts and how they are handled, and nothing that was submitted, graded in words or given', async () => {
    const shown = { disruption: told('exported'), sheet: told('exported-sheet') };
    const open = await api.give(
      'worker',
      'intelligence/submit-intelligence',
      anIntelligenceReport({ seen: told('unsaid') }),
    );
    const on = (verb: string, body: object) =>
      api.give('intelligence', `intelligence/${verb}`, body, open.id);
    const limits = { handling: 'C', conditions: ['A3'], conditionWords: told('limits') };
    await on('evaluate', aGrading('2027-02-01', { ...limits, reasons: told('unsaid-grading') }));
    await on('sanitise', { safety: told('superseded') });
    await on('sanitise', { safety: '=cmd', ...shown });
    const recipient = { name: 'Made-up Officer', organisation: 'Made-up force' };
    const asked = { what: 'list', list: 'intelligence', recipient, reason: 'A made-up operation' };
    const { id } = await api.give('intelligence', 'exports/request-export', asked);
    await api.give('intelligence-supervisor', 'exports/approve-export', {}, id);
    await api.seal();
    await api.give('intelligence', 'exports/begin-download', {}, id);
    const { status, text } = await get('intelligence', `exports/${id}/file`);
    expect(status).toBe(200);
    const told_ = canaries(text).filter((one) => one.startsWith('zq-told'));
    const expected = ['exported', 'exported-sheet', 'limits'].map((place) => told(place));
    expect([...new Set(told_)].sort()).toEqual(expected.sort());
    expect(text).toContain("'=cmd");
    expect(text).toMatch(/C,A3,/);
    expect(text).toContain('for Made-up Officer, Made-up force, asked for by');
    const { download } = (await api.ask('intelligence', 'GET', `/api/v1/exports/${id}`)).json();
    // The report that was given for covert development alone stays, and is counted.
    expect(download.end.leftOut).toBeGreaterThan(0);
    expect((await get('intelligence', `exports/${id}/file`)).status).toBe(409);
    for (const who of ['auditor', 'governance', 'worker'])
      expect((await get(who, `exports/${id}/file`)).status).not.toBe(200);
  });
});

describe('an answer to a request for access', () => {
  it('that releases the whole bundle of a child holds nothing that information governance may not see', async () => {
    const on = (verb: string, id: string, body: object = {}, who = 'governance') =>
      api.give(who, `access-requests/${verb}`, body, id);
    const { id } = await api.give('governance', 'access-requests/record-request', {
      requester: { kind: 'parent', name: 'Pat Example' },
      ...{ childId: world.cases.own.child, receivedOn: '2026-11-01' },
      ...{ scope: 'Everything that is held (made up)', sendTo: 'By hand (made up)' },
    });
    await on('confirm-identity', id, { how: 'document-seen' });
    await on('gather-bundle', id);
    const clearance = await clearanceOf(['governance']);
    const path = `access-requests/${id}/bundle?limit=100`;
    const bundle = await api.ask('governance', 'GET', `/api/v1/${path}`);
    const items = (bundle.json().items as { id: string }[]).map((one) => ({
      id: one.id,
      decision: 'release',
    }));
    await on('decide-items', id, { items });
    await on('approve-response', id, {}, 'caldicott');
    await on('issue-response', id);
    const letter = await get('governance', `access-requests/${id}/response?format=html`);
    expect(letter.status).toBe(200);
    expect(leaksIn(path, bundle.body, clearance)).toEqual([]);
    expect(leaksIn('the letter', letter.text, clearance)).toEqual([]);
    expect(canaries(bundle.body + letter.text).filter(isClosed)).toEqual([]);
    expect(letter.text).toContain('zq-own-referral');
  }, 60_000);
});

const days = 'from=2026-10-01&to=2026-12-31';
const files = () => [
  ...['incident-report', 'missing-report', 'unusual-looking', 'judgement-lists'].flatMap((name) =>
    ['', '.csv'].map((form) => `${name}${form}?${days}${name === 'judgement-lists' ? '&list=no-harm' : ''}`),
  ),
  ...['problem-profile?year=2026', 'problem-profile?format=csv&year=2026', 'locations/picture?format=csv'],
  ...['links/shared?format=csv', `language/by-team?format=csv&${days}`],
  'problem-profile/document?format=html&year=2026',
  'problem-profile/document?format=html&year=2026&for=outside',
  ...[world.cases.own, world.cases.hidden].flatMap(({ child, childCase }) => [
    `children/${child}/looks?format=csv`,
    `child-cases/${childCase}/journey?format=html`,
    `child-cases/${childCase}/outcomes?format=csv`,
  ]),
  ...Object.values(world.sittings).map((id) => `sittings/${id}/action-log?format=csv`),
];
const reported = () => [
  ...['messages?limit=100', 'work-queue?limit=100', 'intelligence?limit=100'],
  ...shut.slice(0, 2).map((id) => `intelligence/${id}`),
];
const calendars = () => [
  'sittings.ics',
  'work-queue.ics',
  ...Object.values(world.sittings).map((id) => `sittings/${id}/invitation.ics`),
];

describe.each(readerProfiles.map(({ who, key }) => [who, key] as const))('%s', (_who, key) => {
  it('finds nothing in a file, a calendar or a message that may not be seen', async () => {
    const clearance = await clearanceOf([key]);
    const leaks: string[] = [];
    for (const path of [...files(), ...reported()]) {
      const { status, text } = await get(key, path);
      expect([path, [200, 403, 404].includes(status)]).toEqual([path, true]);
      leaks.push(...leaksIn(path, text, clearance));
    }
    // A calendar lies open on desks and telephones: nobody is cleared for anything in one.
    const open = { ...clearance, allowed: new Set<string>() };
    for (const path of calendars()) leaks.push(...leaksIn(path, (await get(key, path)).text, open));
    expect(leaks).toEqual([]);
  }, 60_000);
});

it('what goes out to people holds ids alone, and there is some', async () => {
  const rows = await openOwner(api.database.connections.owner, (client) =>
    client.query<{ row: string }>(
      'select t::text as row from message t union all select t::text from outbox t',
    ),
  );
  expect(rows.rows.length).toBeGreaterThan(10);
  expect(rows.rows.flatMap(({ row }) => canaries(row))).toEqual([]);
});

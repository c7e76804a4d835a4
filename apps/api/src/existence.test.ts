import { beginSession } from '@mase/store';
import type { MinuteSection } from '@mase/workflow';
import { aListing, anAllocation, anAssessment, aSittingOn, aTriage } from '@mase/workflow/testing';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { type Founded, foundDemonstration } from './demonstration/found.js';
import { bare } from './testing/bare.js';
import {
  type AboutOf,
  aClosedNetwork,
  anAcknowledgedLink,
  anOpenNetwork,
  aPersonClosedLater,
  type OpenNetwork,
  sharedPhone,
  twinsClosedLater,
} from './testing/closed-network.js';
import {
  aGuardedAgenda,
  aGuardedCase,
  canary,
  type Giver,
  type GuardedCase,
  holdSitting,
} from './testing/guarded-cases.js';
import { giverOf } from './testing/guarded-world.js';
import { matchNow } from './testing/intelligence-steps.js';
import { nobody } from './testing/journey-step.js';
import { weighNow } from './testing/link-steps.js';
import { asked, neighboursAsked } from './testing/list-questions.js';
import { documents, hiddenAlike, hiddenByName, lists, ofReports, reports } from './testing/lists-asked.js';
import { readerProfiles } from './testing/reader-profiles.js';
import { requestOf } from './testing/request-of.js';
import { aStrandSitting, type HeardCase, type HeardTrace } from './testing/strand-sitting.js';
import { type TestApi, testApi } from './testing/test-api.js';

const begin = '2026-11-02T09:00:00.000Z';
/** When both hold the sitting on the open person: what the one did before has taken no longer than the other. */
const sat = '2026-11-02T12:00:00.000Z';
/** When both agree the minutes of that sitting, and what these say of records that are closed by then. */
const minuted = '2026-11-04T09:00:00.000Z';
const named = 'Seen with Zqlater Person, and with Zqhidden Synthetic.';
const reading = '2026-11-05T09:00:00.000Z';

/** One of two partnerships that are the same, but for a restricted case of one of them. */
interface Twin {
  founded: Founded;
  own: GuardedCase;
  sitting: string;
  /** Another sitting, whose agenda is open. */
  next: string;
  network: OpenNetwork;
  /** A sitting that heard the open person and gave an action there: an action, its item. */
  heard: { sitting: string; open: HeardTrace };
  /** Between a child and the open person, answered by the child’s worker. */
  acknowledged: string;
}

let api: TestApi;
let plain: Twin;
let other: Twin;
let hidden: GuardedCase;
/** A restricted case of the child whose other case both twins have, and which is open to its readers. */
let beside: string;
let closed: { [kind: string]: string };
/** Cases of a person and a place that closed with another case of the same. */
let twins: string[];
/** What each twin files of those minutes, as the office was shown it before they were agreed. */
let previews: [plain: string[], other: string[]];
const tokens = new Map<string, string>();

/** Of whom or what a case is, as the supervisor of a partnership is shown it. */
const aboutOf =
  (founded: Founded): AboutOf =>
  async (topic, id) => {
    const { lookAs } = giverOf(api, founded);
    return (await lookAs<{ aboutId: string }>('intelligence-supervisor', `/api/v1/${topic}/${id}`)).aboutId;
  };

// One action a decision: the order of several that one command makes is that of their ids, which is chance.
async function aTwin(founded: Founded): Promise<Omit<Twin, 'heard'>> {
  api.time.now = begin;
  const { give, look } = giverOf(api, founded);
  const own = await aGuardedCase(give, founded.people, { mark: 'own', worker: 'worker', look });
  const cases: [string, GuardedCase][] = [['own', own]];
  const sitting = await aGuardedAgenda(give, founded.people, { cases, look });
  await holdSitting(give, founded.people, {
    sitting,
    recipients: ['member-police', 'auditor'],
    cases,
    parts: ['safety'],
  });
  const sittingOf = aSittingOn('2026-12-17T13:00:00.000Z', founded.people.deputy as string);
  const { id: next } = await give('coordinator', 'sittings/schedule-sitting', sittingOf);
  await give('coordinator', 'sittings/open-agenda', {}, next);
  const network = await anOpenNetwork(give, aboutOf(founded), founded.agencies);
  const told = { childId: own.child, personId: network.person, mark: 'own' };
  return { founded, own, sitting, next, network, acknowledged: await anAcknowledgedLink(give, told) };
}

/** The sitting that both hold on the open person; one of them on others before. */
async function hear(twin: Omit<Twin, 'heard'>, others: HeardCase[]): Promise<Twin> {
  const { people, agencies } = twin.founded;
  const { give, lookAs } = giverOf(api, twin.founded);
  const open: HeardCase = {
    ...{ mark: 'known', caseId: twin.network.personCase, caseKind: 'personCase', to: ['outsider'] },
  };
  api.time.now = sat;
  const heard = [...others, open];
  const { sitting, traces } = await aStrandSitting(give, { people, agencies, lookAs, heard });
  if (traces.some(({ actions }) => actions.length === 0)) throw new Error('No action was there to be closed');
  return { ...twin, heard: { sitting, open: traces.at(-1) as HeardTrace } };
}

/** Both agree the minutes of that sitting, in which somebody has named what is closed; gives what the office saw before. */
async function agree({ founded, heard }: Twin): Promise<string[]> {
  const { give, lookAs } = giverOf(api, founded);
  const path = `/api/v1/sittings/${heard.sitting}`;
  api.time.now = minuted;
  const seen = await lookAs<{ minutes: { sections: MinuteSection[] }[] }>('coordinator', path);
  const sections = (seen.minutes[0]?.sections ?? []).map(({ heading, text, itemId }) =>
    itemId ? { heading, itemId, text: `${named}\n${text}` } : { heading, text },
  );
  await give('coordinator', 'sittings/change-minutes', { sections }, heard.sitting);
  const shown: string[] = [];
  for (const who of ['coordinator', 'chair', 'deputy'])
    shown.push(bare(JSON.stringify(await lookAs(who, `${path}/minutes-parts`))));
  await give('chair', 'sittings/agree-minutes', {}, heard.sitting);
  return shown;
}

beforeAll(async () => {
  api = await testApi(inject('MASE_TEST_SERVER'), begin);
  const found = () =>
    foundDemonstration(api.store, api.database.connections.owner, { name: 'Twin', now: begin });
  const first = await aTwin(await found());
  const second = await aTwin(await found());
  await weighNow(api);
  plain = await hear(first, []);
  const { give, look } = giverOf(api, second.founded);
  const later = await aPersonClosedLater(give, {
    childIds: [second.own.child, ...second.network.children],
    aboutOf: aboutOf(second.founded),
    weigh: async () => {
      await weighNow(api);
      await matchNow(api);
      const { lookAs } = giverOf(api, second.founded);
      const seen = await lookAs('coordinator', '/api/v1/clusters');
      if (!JSON.stringify(seen).includes('Zqlater')) throw new Error('No cluster was there to be closed');
      const matched = await lookAs('intelligence', '/api/v1/identifier-matches?limit=100');
      if (!JSON.stringify(matched).includes('Zqlater')) throw new Error('No match was there to be closed');
    },
    hear: async (caseId) => {
      other = await hear(second, [{ mark: 'later', caseId, caseKind: 'personCase' }]);
    },
  });
  hidden = await aGuardedCase(give, other.founded.people, { mark: 'hidden', worker: 'worker', look });
  const victim = { childId: hidden.child, incidentId: other.network.incident, victim: 2 };
  await give('police-desk', 'incident-victims/link-victim', victim);
  const { senior } = other.founded.people;
  await give(
    'manager',
    'child-cases/restrict',
    { reason: canary('hidden', 'why'), readers: [senior] },
    hidden.childCase,
  );
  beside = await aCaseBeside(give, other);
  closed = await aClosedNetwork(give, {
    people: other.founded.people,
    agencies: other.founded.agencies,
    childIds: [other.own.child, ...other.network.children],
    open: other.network,
    aboutOf: aboutOf(other.founded),
  });
  closed.later = later.person;
  twins = await twinsClosedLater(give, aboutOf(other.founded), () => matchNow(api));
  await weighNow(api);
  await matchNow(api);
  previews = [await agree(plain), await agree(other)];
  for (const twin of [plain, other])
    for (const { key } of readerProfiles) {
      const { people, partnershipId } = twin.founded;
      const owner = { userId: people[key] as string, partnershipId };
      tokens.set(`${partnershipId} ${key}`, (await beginSession(api.store, owner)).sessionId);
    }
  api.time.now = reading;
}, 300_000);
afterAll(() => api.close());

/**
 * A restricted case of a child who has another one, open to its readers: an item on the agenda of a sitting that both
 * twins hold, an action of each part, and steps that tell the child and the sitting.
 */
async function aCaseBeside(give: Giver, { founded, own, next }: Twin): Promise<string> {
  const { people } = founded;
  const say = (place: string) => canary('beside', place);
  const referral = { childId: own.child, seenOrSaid: say('referral'), immediateDanger: false };
  const { id } = await give('manager', 'child-cases/record-referral', referral);
  const triage = aTriage('risk-assessment', { teamId: 'north', reasons: say('triage') });
  await give('triage', 'child-cases/decide-triage', triage, id);
  const readers = ['senior', 'worker', 'coordinator', 'deputy'].map((key) => people[key]);
  await give('manager', 'child-cases/restrict', { reason: say('why'), readers }, id);
  const handed = anAllocation(people.worker as string, { handover: say('handover') });
  await give('manager', 'child-cases/allocate-worker', handed, id);
  const { entry } = await give('worker', 'child-cases/assess-risk', anAssessment('medium'), id);
  await give('manager', 'child-cases/confirm-grade', { assessmentId: entry, grade: 'medium' }, id);
  await give('manager', 'child-cases/list-for-panel', aListing(), id);
  const item = { caseId: id, section: 'child-review', asked: say('item'), minutes: 7 };
  await give('coordinator', 'sittings/add-item', item, next);
  return id;
}

async function ask(twin: Twin, key: string, url: string) {
  const authorization = `Bearer ${tokens.get(`${twin.founded.partnershipId} ${key}`)}`;
  const started = performance.now();
  const answer = await api.app.inject({ ...requestOf(url), headers: { authorization } });
  const took = performance.now() - started;
  const { date: _date, ...headers } = answer.headers;
  return {
    status: answer.statusCode,
    text: bare(`${answer.statusCode} ${JSON.stringify(headers)} ${answer.body}`),
    took,
  };
}

/** Where two answers begin to differ, with a few words of each; their lengths tell less than what makes them differ. */
function firstDifference(one: string, two: string): string {
  const [first, second] = [one, two].map((text) => text.replace(/"content-length":"\d+",/, '')) as [
    string,
    string,
  ];
  const at = [...first].findIndex((letter, index) => letter !== second[index]);
  const from = Math.max(0, at - 80);
  return `…${first.slice(from, at + 160)}… is …${second.slice(from, at + 160)}…`;
}

/** What is asked of one of the twins: every list, each record that both have, every document. */
function addresses(
  { own, sitting, next, network, heard, acknowledged, founded }: Twin,
  key: string,
): string[] {
  const { childCase, child, safety, disruption, episode, interview, proposal, agendaItem } = own;
  const paths = [
    ...lists.filter((path) => !ofReports.includes(path)),
    ...(key === 'intelligence' ? [] : ofReports),
    `persons/${network.person}`,
    `persons/${network.person}/possible-matches`,
    `person-cases/${network.personCase}`,
    `locations/${network.place}`,
    `location-cases/${network.placeCase}`,
    ...[own.child, network.person, network.place].flatMap((id) => [`links?recordId=${id}`, `history/${id}`]),
    `child-cases/${childCase}`,
    `as-it-was/${childCase}?asOf=2027-01-01T00:00:00Z`,
    'as-it-was?kind=childCase&asOf=2027-01-01T00:00:00Z',
    'as-it-was?only=overdue&asOf=2027-01-01T00:00:00Z',
    `child-cases/${childCase}/possible-matches`,
    `child-cases/${childCase}/assessment-form`,
    `child-cases/${childCase}/explanations`,
    `child-cases/${childCase}/outcomes`,
    `child-cases/${childCase}/plan`,
    `children/${child}`,
    `children/${child}/looks`,
    `children/${child}/possible-matches`,
    `children/${child}/carriers`,
    `links/${network.link}`,
    ...[network.incident, network.requirement, network.report].map((id) => `history/${id}`),
    `incidents/${network.incident}`,
    `intelligence-requirements/${network.requirement}`,
    `intelligence/${network.report}`,
    ...reports.map((path) => asked(path, { childId: child, personId: network.person })),
    `disruption-measures/tried?aboutId=${network.place}`,
    `disruption-measures?aboutId=${network.person}`,
    `incident-parts?aboutId=${network.person}`,
    `child-cases/${childCase}/chronology`,
    ...[safety, disruption].map((id) => `plan-actions/${id}`),
    ...heard.open.actions.flatMap((id) => [`plan-actions/${id}`, `history/${id}`]),
    ...['plan-actions?owner=me', `plan-actions?caseId=${network.personCase}`],
    `plan-actions?agencyId=${founded.agencies.health}`,
    `agenda-items/${heard.open.agendaItem}`,
    ...[`links/${acknowledged}`, `history/${acknowledged}`],
    ...[`sittings/${heard.sitting}`, `sittings/${heard.sitting}/copies`, `history/${heard.sitting}`],
    ...[`sittings/${heard.sitting}/minutes-parts`, `sittings/${sitting}/minutes-parts`],
    // Whoever was sent the papers while the record was open has another copy of them since, and copies are numbered.
    ...(key === 'chair' ? documents : []).map((query) => `sittings/${heard.sitting}/pack?${query}`),
    `missing-episodes/${episode}`,
    `return-interviews/${interview}`,
    `referral-proposals/${proposal}`,
    `agenda-items/${agendaItem}`,
    `sittings/${sitting}`,
    `sittings/${sitting}/copies`,
    `sittings/${next}`,
    `sittings/${next}/pack?format=html&document=agenda`,
    ...[childCase, child, sitting, next, safety].map((id) => `history/${id}`),
    ...documents.map((query) => `sittings/${sitting}/pack?${query}`),
  ].map((path) => `/api/v1/${path}`);
  return [
    ...paths,
    ...neighboursAsked([
      ...[child, ...network.children].map((id) => ({ kind: 'child', id })),
      { kind: 'person', id: network.person },
      { kind: 'location', id: network.place },
      sharedPhone,
    ]),
  ];
}

/** What an address answers that was asked as it wants to be. */
const answered = [200, 403, 404];
const outsiders = readerProfiles.filter(({ key }) => key !== 'manager');

describe('a record of closed existence', () => {
  it.each(outsiders.map((one) => [one.who, one.key] as const))(
    'changes no answer to %s',
    async (_who, key) => {
      const [without, within] = [addresses(plain, key), addresses(other, key)];
      const differing: string[] = [];
      for (const [index, url] of without.entries()) {
        const one = await ask(plain, key, url);
        const two = await ask(other, key, within[index] as string);
        if (!answered.includes(one.status)) differing.push(`${url}: ${one.status} proves nothing`);
        if (one.text !== two.text) differing.push(`${url}: ${firstDifference(one.text, two.text)}`);
      }
      expect(differing).toEqual([]);
    },
  );

  it('changes nothing of what minutes that name it file on the cases of others, nor of what was shown of that before', async () => {
    const [without, within] = previews;
    expect(within).toEqual(without);
    const { lookAs } = giverOf(api, other.founded);
    const file = await lookAs('intelligence-supervisor', `/api/v1/person-cases/${other.network.personCase}`);
    for (const text of [...within, JSON.stringify(file)]) expect(text).toContain(named);
  });

  it('is there for those whom it names', async () => {
    expect((await ask(other, 'manager', `/api/v1/child-cases/${beside}`)).status).toBe(200);
    expect((await ask(other, 'auditor', `/api/v1/child-cases/${beside}`)).status).toBe(404);
    const { lookAs } = giverOf(api, other.founded);
    const shown = (path: string) => lookAs('intelligence-supervisor', `/api/v1/${path}`);
    for (const id of [closed.person, closed.later])
      expect(JSON.stringify(await shown('clusters'))).toContain(id);
    expect(JSON.stringify(await shown('identifier-matches'))).toContain(closed.person);
    for (const topic of ['person-cases', 'location-cases']) {
      const [list, count] = [await shown(`${topic}?limit=100`), 2];
      expect(twins.filter((id) => JSON.stringify(list).includes(id)).length, topic).toBe(count);
    }
    const found = await ask(other, 'manager', `/api/v1/${hiddenByName}`);
    expect(found.text).toContain('Zqhidden');
    expect((await ask(other, 'manager', `/api/v1/child-cases/${hidden.childCase}`)).status).toBe(200);
  });

  it('is not told by the time that an answer takes: medians within 5 ms', async () => {
    const pairs: [string, () => Promise<number>, () => Promise<number>][] = [];
    const took = (twin: Twin, url: string) => async () => timeOf(await ask(twin, 'auditor', url));
    for (const path of [
      'child-cases?limit=100',
      hiddenByName,
      hiddenAlike,
      'work-queue?limit=100',
      'sittings',
    ])
      pairs.push([path, took(plain, `/api/v1/${path}`), took(other, `/api/v1/${path}`)]);
    for (const [topic, id] of [
      ['child-cases', hidden.childCase],
      ['children', hidden.child],
      ['history', hidden.childCase],
    ])
      pairs.push([
        `${topic}/:id`,
        took(other, `/api/v1/${topic}/${nobody}`),
        took(other, `/api/v1/${topic}/${id}`),
      ]);
    for (const [name, one, two] of pairs) {
      const apart = await mediansApart(one, two);
      console.log(`${name}: medians ${apart.toFixed(2)} ms apart`);
      expect(apart, name).toBeLessThan(5);
    }
  });
});

/** How long an answer took; one that is no answer to the reader proves nothing. */
function timeOf({ status, took }: { status: number; took: number }): number {
  if (status !== 200 && status !== 404) throw new Error(`The answer was ${status}`);
  return took;
}

/** How far the medians of two acts lie apart, taken in turn; a noisy machine is asked up to three times. */
async function mediansApart(one: () => Promise<number>, two: () => Promise<number>): Promise<number> {
  let least = Number.POSITIVE_INFINITY;
  for (let round = 0; round < 3 && least >= 5; round += 1) {
    const times: [number[], number[]] = [[], []];
    for (let index = 0; index < 25; index += 1) {
      times[0].push(await one());
      times[1].push(await two());
    }
    const [first, second] = times.map((list) => list.sort((a, b) => a - b)[12] as number) as [number, number];
    least = Math.min(least, Math.abs(first - second));
  }
  return least;
}

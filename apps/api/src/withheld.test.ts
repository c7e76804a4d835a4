import { openPdf } from '@mase/documents/testing';
import { topicOf } from '@mase/workflow';
import type { FastifyInstance } from 'fastify';
import { uuidv7 } from 'uuidv7';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { buildApp } from './app.js';
import { type Policy, statedPolicy } from './policy.js';
import { askedOfView, inTurn, kindViewed } from './testing/asked-of-view.js';
import { bodyOf } from './testing/bodies.js';
import { sharedPhone } from './testing/closed-network.js';
import { description } from './testing/described.js';
import { canaries } from './testing/guarded-cases.js';
import {
  aGuardedWorld,
  allCanaries,
  canariesFor,
  closedTo,
  type Guarded,
  type GuardedWorld,
} from './testing/guarded-world.js';
import { type AskedParameter, askedAtLength, neighboursAsked, viewOf } from './testing/list-questions.js';
import { readerProfiles } from './testing/reader-profiles.js';
import { requestOf } from './testing/request-of.js';

let world: GuardedWorld;
let records: Map<string, Guarded>;
let views: { [path: string]: { get?: { parameters?: AskedParameter[] } } };
beforeAll(async () => {
  world = await aGuardedWorld(inject('MASE_TEST_SERVER'));
  records = await world.records();
  ({ paths: views } = description as unknown as { paths: typeof views });
}, 300_000);
afterAll(() => world.api.close());

/** What an address answers that was asked as it wants to be. */
const answered = [200, 403, 404];
const documents = ['pack', 'agenda', 'minutes', 'letter'];
/** Each reader asks by each of two policies. */
const askers = 2 * readerProfiles.length;
const words = ['Zqhidden Synthetic', 'Zqown Synthetic', 'zqforeign synthetic', '2012-05-06'];

function kindsOf(ids: readonly string[]): { id: string; kind: string }[] {
  return ids.flatMap((id) => {
    const kind = records.get(id)?.record.kind;
    return kind && kind !== 'agency' ? [{ id, kind }] : [];
  });
}

const idOf = (kind: string, among: readonly { id: string; kind: string }[]): string => {
  const found = among.find((one) => one.kind === kind);
  if (!found) throw new Error(`The world holds no ${kind}`);
  return found.id;
};

/** Whether an address shows a record of another kind than its views are asked of by everybody. */
function showsAnother(address: string): boolean {
  const path = address.split('?')[0] as string;
  const id = /[0-9a-f]{8}-[0-9a-f-]{27}/.exec(path)?.[0] ?? '';
  const kind = kindViewed(path.replace(id, '{id}'));
  return kind !== null && kind !== records.get(id)?.record.kind;
}

/** Every address that can be looked at: each view of records, every list with its filters, every document. */
function addresses(recipient: string, turn: number): string[] {
  const cases = Object.values(world.cases).flatMap((one) => Object.values(one));
  const asked = kindsOf([...new Set([...cases, ...Object.values(world.sittings)])]);
  const network = kindsOf([...world.network.open, ...world.network.closed]);
  const paths = Object.keys(views).filter((path) => views[path]?.get);
  const papers = Object.values(world.sittings).flatMap((id) =>
    documents.map((one) => `/api/v1/sittings/${id}/pack?format=html&document=${one}`),
  );
  const of = { childId: world.cases.own.child, personId: idOf('person', network) };
  return [
    ...paths
      .filter((path) => path.includes('{id}') && !path.endsWith('/pack'))
      .flatMap((path) =>
        askedOfView(path, [...asked, ...network], turn, askers).map((id) => viewOf(path, id)),
      ),
    ...paths
      .filter((path) => !path.includes('{') && !path.endsWith('/sign-in'))
      .map((path) => askedAtLength(path, views[path]?.get?.parameters ?? [], of)),
    ...neighboursAsked([{ kind: 'child', id: of.childId }, { kind: 'person', id: of.personId }, sharedPhone]),
    '/api/v1/child-cases?limit=100&panel=listed',
    '/api/v1/child-cases?limit=100&team=north',
    ...world.network.open.map((id) => `/api/v1/links?recordId=${id}`),
    ...['persons', 'locations'].map((topic) => `/api/v1/${topic}/search {"name":"Zqclosed Person"}`),
    ...words.map((name) => `/api/v1/children/search ${JSON.stringify({ name })}`),
    ...words.map((text) => `/api/v1/search ${JSON.stringify({ text })}`),
    ...inTurn(papers, turn, documents.length).map((one) => `${one}&recipient=${recipient}`),
  ];
}

/** A policy that permits everything to everybody: what is withheld all the same, the database withholds. */
const allowAll: Policy = { command: () => [], hasRole: () => true };

describe.each([
  ['no answer shows what its reader may not see', statedPolicy, 0],
  ['with a policy that allows all, the database alone lets nothing through', allowAll, 1],
])('%s', (_name, policy, round) => {
  let app: FastifyInstance;
  beforeAll(async () => {
    app = await buildApp({ store: world.api.store, mode: 'demonstration', limits: 'off', policy });
  });
  afterAll(() => app.close());

  it.each(readerProfiles.map((one, at) => [one.who, one.key, 2 * at + round] as const))(
    '%s',
    async (_who, key, turn) => {
      const actor = await world.actorOf(key);
      const allowed = canariesFor(records.values(), actor, world.api.time.now);
      const closed = closedTo(world, records, actor, world.api.time.now);
      const seen = new Set<string>();
      const leaks: string[] = [];
      const unanswered: string[] = [];
      const headers = { authorization: `Bearer ${await world.api.tokenOf(key)}` };
      let opened = 0;
      for (const address of addresses(actor.userId as string, turn)) {
        const answer = await app.inject({ ...requestOf(address), headers });
        if (answer.statusCode === 200) {
          opened += 1;
          if (showsAnother(address)) unanswered.push(`${address}: opens of another kind of record`);
        }
        // Whoever was given nothing to do has no letter, and is told so.
        const hasNoLetter = address.includes('document=letter') && answer.body.includes('"NO_ACTIONS"');
        if (!answered.includes(answer.statusCode) && !hasNoLetter)
          unanswered.push(`${address}: ${answer.statusCode}`);
        const text = `${answer.body} ${JSON.stringify(answer.headers)}`;
        for (const one of canaries(text)) {
          seen.add(one);
          if (!allowed.has(one)) leaks.push(`${address}: ${one}`);
        }
        const path = address.split('?')[0] as string;
        for (const id of closed)
          if (text.includes(id) && !path.includes(id))
            leaks.push(`${address}: the id of ${records.get(id)?.record.kind}`);
      }
      expect(leaks).toEqual([]);
      expect(unanswered).toEqual([]);
      expect(opened).toBeGreaterThan(3);
      // What may be seen is shown: a test that sees nothing proves nothing.
      if (['manager', 'chair', 'auditor', 'charity-worker'].includes(key))
        expect(seen.size).toBeGreaterThan(5);
      expect(closed.length).toBeGreaterThan(5);
    },
  );

  it('no command reaches a record that its giver does not see', async () => {
    const before = new Map([...(await world.records())].map(([id, { record }]) => [id, record.version]));
    for (const [at, { key }] of readerProfiles.entries()) {
      const actor = await world.actorOf(key);
      const closed = closedTo(world, records, actor, world.api.time.now);
      const headers = { authorization: `Bearer ${await world.api.tokenOf(key)}`, 'if-match': '"1"' };
      for (const id of closed) {
        const topic = topicOf((records.get(id) as Guarded).record.kind);
        const verbs = Object.keys(topic.commands).filter((one) => !topic.commands[one]?.creates);
        for (const verb of inTurn(verbs, at + round, 4)) {
          const url = `/api/v1/${topic.name}/${id}/${verb}`;
          const payload = bodyOf(`${topic.name}/${verb}`);
          const sent = { ...headers, 'idempotency-key': uuidv7() };
          const { statusCode, body } = await app.inject({ method: 'POST', url, headers: sent, payload });
          expect([statusCode, url], body).toEqual([404, url]);
        }
      }
    }
    const after = await world.records();
    for (const [id, { record }] of after)
      if (before.has(id)) expect([id, record.version]).toEqual([id, before.get(id)]);
  });
});

/** The canaries in a text without white space that are not among those allowed, of which some begin like others. */
function strangersIn(text: string, allowed: ReadonlySet<string>): string[] {
  const longestFirst = (list: Iterable<string>) => [...list].sort((one, two) => two.length - one.length);
  const rest = longestFirst(allowed).reduce((left, one) => left.replaceAll(one, '|'), text);
  return longestFirst(allCanaries(records.values())).filter((one) => !allowed.has(one) && rest.includes(one));
}

describe('the papers of a sitting as PDF', () => {
  it.each(readerProfiles.map((one) => [one.who, one.key] as const))(
    'hold for %s what may be read, and nothing else',
    async (_who, key) => {
      const actor = await world.actorOf(key);
      const allowed = canariesFor(records.values(), actor, world.api.time.now);
      for (const document of ['pack', 'minutes']) {
        const path = `/api/v1/sittings/${world.sittings.own}/pack?document=${document}`;
        const answer = await world.api.ask(key, 'GET', path);
        if (answer.statusCode !== 200) continue;
        const pdf = await openPdf(answer.rawPayload);
        const text = `${pdf.pages.join('')}${pdf.title}${pdf.metadata}${JSON.stringify(pdf.bookmarks)}`;
        expect(strangersIn(text, allowed)).toEqual([]);
        if (key === 'auditor' && document === 'pack') expect(text).toContain('Zqplain');
      }
    },
  );
});

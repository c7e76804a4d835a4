import { beginSession, storedRecord } from '@mase/store';
import { openOwner, preparedDatabase, type TestDatabase } from '@mase/store/testing';
import type { Actor, Reader, StoredRecord, UserStanding, WrittenRow } from '@mase/workflow';
import { classesRead, readersOf, topicOf } from '@mase/workflow';
import { uuidv7 } from 'uuidv7';
import { type Founded, foundDemonstration } from '../demonstration/found.js';
import {
  type AboutOf,
  aClosedNetwork,
  anAcknowledgedLink,
  anOpenNetwork,
  aPersonClosedLater,
  type OpenNetwork,
  twinsClosedLater,
} from './closed-network.js';
import {
  aGuardedAgenda,
  aGuardedCase,
  canaries,
  canary,
  type Giver,
  type GuardedCase,
  holdSitting,
  type Looker,
} from './guarded-cases.js';
import { matchNow } from './intelligence-steps.js';
import { weighNow } from './link-steps.js';
import { aStrandSitting, type HeardCase, type HeardTrace } from './strand-sitting.js';
import { apiOver, foundIn, type TestApi } from './test-api.js';

/** A record as it stands in the database, with those who read it by the rules, and what was written on it. */
export interface Guarded {
  record: StoredRecord;
  readers: Reader[];
  written: Pick<WrittenRow, 'class' | 'body'>[];
  foreign: boolean;
}

/** Two partnerships with cases of which each reader profile may see a part: made by commands alone. */
export interface GuardedWorld {
  api: TestApi;
  /** Open, with a member who declared a connection; open, with a charity's worker; restricted; of another partnership. */
  cases: { own: GuardedCase; plain: GuardedCase; hidden: GuardedCase; foreign: GuardedCase };
  sittings: { own: string; foreign: string };
  /** What police know of persons, places, links and measures: open, and closed to all but the supervisor of the desk. */
  network: { open: string[]; closed: string[] };
  /** Every record of both partnerships as it stands now, looked at behind the api. */
  records(): Promise<Map<string, Guarded>>;
  /** A person of the first partnership as the workflow knows him or her. */
  actorOf(key: string): Promise<Actor>;
}

/** Gives commands as people of one partnership, and looks as its coordinator. */
export function giverOf(
  api: TestApi,
  founded: Founded,
): { give: Giver; look: Looker; lookAs: <T>(who: string, path: string) => Promise<T> } {
  const tokens = new Map<string, string>();
  const tokenOf = async (who: string) => {
    const owner = { userId: founded.people[who] as string, partnershipId: founded.partnershipId };
    const known = tokens.get(who) ?? (await beginSession(api.store, owner)).sessionId;
    tokens.set(who, known);
    return { authorization: `Bearer ${known}` };
  };
  const give: Giver = async (who, command, body, id) => {
    const [topic, verb] = command.split('/');
    const url = `/api/v1/${topic}/${id ? `${id}/` : ''}${verb}`;
    const match: Record<string, string> = id ? { 'if-match': `"${await api.versionOf(id)}"` } : {};
    const headers = { 'idempotency-key': uuidv7(), ...match, ...(await tokenOf(who)) };
    const answer = await api.ask(null, 'POST', url, body, headers);
    if (answer.statusCode >= 300) throw new Error(`${command} by ${who}: ${answer.body}`);
    return answer.json();
  };
  const lookAs = async <T>(who: string, path: string): Promise<T> => {
    const answer = await api.ask(null, 'GET', path, undefined, await tokenOf(who));
    if (answer.statusCode !== 200) throw new Error(`${path} for ${who}: ${answer.body}`);
    return answer.json();
  };
  return { give, look: (path) => lookAs('coordinator', path), lookAs };
}

/** What was made, by id, and the instant at which it was all there. */
interface Made extends Pick<GuardedWorld, 'cases' | 'sittings' | 'network'> {
  founded: Founded;
  elsewhere: string;
  now: string;
}

/** The world on the run's server: made once in a run, a copy for each who asks. */
export async function aGuardedWorld(serverUrl: string): Promise<GuardedWorld> {
  const { database, made } = await preparedDatabase(serverUrl, 'guarded world', makeGuarded);
  const api = await apiOver(database, made.founded, made.now);
  const records = () => recordsOf(api, made.elsewhere);
  const actorOf = async (key: string): Promise<Actor> => {
    const user = await recordOf(api, made.founded.people[key] as string);
    const { name, agencyId, teamId, roles } = user.standing as UserStanding;
    return { kind: 'user', userId: user.id, name, agencyId, teamId, roles };
  };
  const close = async () => {
    await api.close();
    await database.drop();
  };
  const { cases, sittings, network } = made;
  return { api: { ...api, close }, cases, sittings, network, records, actorOf };
}

async function makeGuarded(database: TestDatabase): Promise<Made> {
  const begin = '2026-11-02T09:00:00.000Z';
  const founded = await foundIn(database, begin);
  const api = await apiOver(database, founded, begin);
  try {
    const here = await makeHere(api);
    const there = await makeElsewhere(api);
    return {
      founded,
      cases: { ...here.cases, foreign: there.foreign },
      sittings: { own: here.sitting, foreign: there.sitting },
      network: here.network,
      elsewhere: there.partnershipId,
      now: api.time.now,
    };
  } finally {
    await api.close();
  }
}

async function makeHere(api: TestApi) {
  const { people, agencies } = api.founded;
  const { give, look } = giverOf(api, api.founded);
  const own = await aGuardedCase(give, people, { mark: 'own', worker: 'worker', look });
  const plain = await aGuardedCase(give, people, { mark: 'plain', worker: 'charity-worker', look });
  const hidden = await aGuardedCase(give, people, { mark: 'hidden', worker: 'worker', look });
  const cases: [string, GuardedCase][] = [
    ['own', own],
    ['plain', plain],
    ['hidden', hidden],
  ];
  const sitting = await aGuardedAgenda(give, people, { cases, look });
  const open = await anOpenNetwork(give, aboutOf(api), agencies);
  const victims = await linkVictims(give, open.incident, [own.child, hidden.child]);
  const connection = { reason: canary('own', 'connection') };
  await give('member-health', 'child-cases/declare-connection', connection, own.childCase);
  const restriction = { reason: canary('hidden', 'restriction'), readers: [people.chair] };
  await give('manager', 'child-cases/restrict', restriction, hidden.childCase);
  const recipients = ['member-health', 'member-police', 'auditor', 'governance'];
  await holdSitting(give, people, { sitting, recipients, cases });
  const childIds = [own.child, ...open.children];
  const told = { childId: own.child, personId: open.person, mark: 'own' };
  const acknowledged = await anAcknowledgedLink(give, told);
  const heard = await aHeardNetwork(api, { childIds, open });
  const closed = await aClosedNetwork(give, {
    ...{ people, agencies, childIds, open },
    aboutOf: aboutOf(api),
  });
  const twins = await twinsClosedLater(give, aboutOf(api), () => matchNow(api));
  await weighNow(api);
  await matchNow(api);
  const { children: _children, ...others } = open;
  const [openVictim = '', closedVictim = ''] = victims;
  const network = {
    open: [...Object.values(others), openVictim, acknowledged, ...heard.open],
    closed: [...Object.values(closed), closedVictim, ...heard.closed, ...twins],
  };
  return { cases: { own, plain, hidden }, sitting, network };
}

/** A sitting hears the open person and place and one whose existence is closed after it, and gives actions on each. */
async function aHeardNetwork(
  api: TestApi,
  { childIds, open }: { childIds: string[]; open: OpenNetwork },
): Promise<GuardedWorld['network']> {
  const { people, agencies } = api.founded;
  const { give, lookAs } = giverOf(api, api.founded);
  const traces: HeardTrace[] = [];
  const later = await aPersonClosedLater(give, {
    ...{ childIds, aboutOf: aboutOf(api) },
    weigh: async () => {
      await weighNow(api);
      await matchNow(api);
    },
    hear: async (caseId) => {
      const heard: HeardCase[] = [
        { mark: 'later', caseId, caseKind: 'personCase' },
        { mark: 'known', caseId: open.personCase, caseKind: 'personCase' },
        { mark: 'known-place', caseId: open.placeCase, caseKind: 'locationCase' },
      ];
      traces.push(...(await aStrandSitting(give, { people, agencies, lookAs, heard })).traces);
    },
  });
  const [first = [], ...rest] = traces.map(({ agendaItem, actions }) => [agendaItem, ...actions]);
  return { open: rest.flat(), closed: [...Object.values(later), ...first] };
}

const aboutOf =
  (api: TestApi): AboutOf =>
  async (topic, id) => {
    const { lookAs } = giverOf(api, api.founded);
    return (await lookAs<{ aboutId: string }>('intelligence-supervisor', `/api/v1/${topic}/${id}`)).aboutId;
  };

/** Children as the victims of an incident, in the order of its victims. */
async function linkVictims(give: Giver, incidentId: string, children: string[]): Promise<string[]> {
  const ids: string[] = [];
  for (const [at, childId] of children.entries()) {
    const victim = { childId, incidentId, victim: at + 1 };
    ids.push((await give('police-desk', 'incident-victims/link-victim', victim)).id);
  }
  return ids;
}

async function makeElsewhere(api: TestApi) {
  const { partnershipId, people } = await foundDemonstration(api.store, api.database.connections.owner, {
    name: 'Elsewhere',
    now: api.time.now,
  });
  const { give, look } = giverOf(api, { partnershipId, people, agencies: {} });
  const foreign = await aGuardedCase(give, people, { mark: 'foreign', worker: 'worker', look });
  const cases: [string, GuardedCase][] = [['foreign', foreign]];
  const sitting = await aGuardedAgenda(give, people, { cases, look });
  await holdSitting(give, people, { sitting, recipients: [], cases });
  return { partnershipId, foreign, sitting };
}

const recordOf = (api: TestApi, id: string): Promise<StoredRecord> =>
  openOwner(api.database.connections.owner, async (client) => {
    const found = await client.query('select * from record where id = $1', [id]);
    return storedRecord(found.rows[0]);
  });

async function recordsOf(api: TestApi, elsewhere: string): Promise<Map<string, Guarded>> {
  return openOwner(api.database.connections.owner, async (client) => {
    const found = await client.query('select * from record');
    const rows = await client.query(`select record_id, class, body from written
      union all select record_id, 'unsanitised', body from unsanitised_text`);
    return new Map(
      found.rows.map((row) => {
        const record = storedRecord(row);
        const written = rows.rows
          .filter((one) => one.record_id === record.id)
          .map((one) => ({ class: one.class, body: JSON.parse(one.body) }));
        const readers = readersOf(topicOf(record.kind), record, record.at);
        return [record.id, { record, readers, written, foreign: row.partnership_id === elsewhere }];
      }),
    );
  });
}

/** Every canary that stands anywhere in these records. */
export function allCanaries(records: Iterable<Guarded>): string[] {
  const texts = [...records].map(({ record, written }) => JSON.stringify([record.standing, written]));
  return [...new Set(texts.flatMap(canaries))];
}

/** The canaries that a reader may see: those written in a class that he or she reads, and those that a record shows all its readers. */
export function canariesFor(records: Iterable<Guarded>, actor: Actor, now: string): Set<string> {
  const allowed = new Set<string>();
  for (const { record, readers, written, foreign } of records) {
    if (foreign) continue;
    const classes = classesRead(readers, actor, now);
    for (const row of written)
      if (classes.includes(row.class)) for (const one of canaries(JSON.stringify(row.body))) allowed.add(one);
    // Who knows of a case by its receipt, or by his or her part in what is done about others, knows no name from it.
    const shows =
      record.kind === 'childCase'
        ? ['safety', 'sheet', 'case']
        : classes.filter((one) => one !== 'existence' && one !== 'receipt');
    if (classes.some((one) => shows.includes(one)))
      for (const one of canaries(JSON.stringify(record.standing))) allowed.add(one);
  }
  return allowed;
}

/** The ids of guarded records of which this reader may not even know that they are there. */
export function closedTo(
  world: Pick<GuardedWorld, 'cases' | 'network'>,
  records: ReadonlyMap<string, Guarded>,
  actor: Actor,
  now: string,
): string[] {
  const { hidden, foreign, own } = world.cases;
  const ids = [...[hidden, foreign, own].flatMap((one) => Object.values(one)), ...world.network.closed];
  return ids.filter((id) => {
    const { foreign: elsewhere, record, readers } = records.get(id) as Guarded;
    const { closed, without = [] } = record.standing.access ?? {};
    const isOut =
      without.includes(actor.userId as string) || (closed && classesRead(readers, actor, now).length === 0);
    return elsewhere || isOut;
  });
}

import { addAgency, addUser, foundPartnership, openStore } from '@mase/store';
import { preparedDatabase, type TestDatabase } from '@mase/store/testing';
import { uuidv7 } from 'uuidv7';
import { hostedApi } from './api-host.js';

/** Who works in the test's partnership, by key: name, roles, team. */
const people = {
  referrer: { name: 'Rory Referrer', roles: ['referrer'] },
  triage: { name: 'Tess Triage', roles: ['triage-social-worker'] },
  worker: { name: 'Wren Worker', roles: ['worker'], team: 'north' },
  workerTwo: { name: 'Wilf Worker-Two', roles: ['worker'], team: 'north' },
  manager: { name: 'Mo Manager', roles: ['manager'], team: 'north' },
  managerTwo: { name: 'Mina Manager-Two', roles: ['manager'], team: 'north' },
  duty: { name: 'Dara Duty', roles: ['duty-manager'] },
  coordinator: { name: 'Cam Coordinator', roles: ['coordinator'], agency: 'partnership' },
  chair: { name: 'Chris Chair', roles: ['chair'] },
  senior: { name: 'Sol Senior', roles: ['senior'], team: 'north' },
  memberPolice: { name: 'Pat Police-Member', roles: ['member'], agency: 'police' },
  memberHealth: { name: 'Hana Health-Member', roles: ['member', 'worker'], agency: 'health' },
  intelligence: { name: 'Ira Intelligence', roles: ['intelligence-officer'], agency: 'police' },
  licensing: { name: 'Lee Licensing', roles: ['licensing-officer'], agency: 'partnership' },
  supervisor: { name: 'Ivy Supervisor', roles: ['intelligence-supervisor'], agency: 'police' },
  desk: { name: 'Parker Police-Desk', roles: ['police-desk'], agency: 'police' },
  receiving: { name: 'Remy Receiving', roles: ['receiving-area-worker'], agency: 'partnership' },
  governance: { name: 'Gale Governance', roles: ['information-governance'], agency: 'partnership' },
  auditor: { name: 'Aubrey Auditor', roles: ['auditor'], agency: 'partnership' },
  admin: { name: 'Ada Admin', roles: ['administrator'], agency: 'partnership' },
} as const;

const agencies = {
  council: {
    name: 'Fernshire Council Children’s Social Care',
    kind: 'social-care',
    teams: [{ id: 'north', name: 'Exploitation Team North' }],
  },
  police: { name: 'Fernshire Police', kind: 'police', teams: [] },
  health: { name: 'Fernshire Health Trust', kind: 'health', teams: [] },
  partnership: { name: 'Fernshire Safeguarding Partnership', kind: 'partnership', teams: [] },
};

/** A person of the test's partnership. */
export type PersonKey = keyof typeof people;

/** The real api in a process of its own, over a database of its own, with a few invented people. */
export interface RealApi {
  url: string;
  ids: Record<PersonKey, string>;
  database: TestDatabase;
  emailOf: (who: PersonKey) => string;
  /** Asks as a person; throws where the api refuses, with its words. */
  ask: <T>(
    who: PersonKey,
    method: string,
    path: string,
    body?: object,
    headers?: Record<string, string>,
  ) => Promise<{ body: T; etag: string | null }>;
  /** Gives a command on the record as it is now, or creates one; gives its id. */
  give: (who: PersonKey, command: string, body: object, id?: string) => Promise<string>;
  /** Lets the days pass by which its clock stood behind: from now on it goes with this machine's. */
  reachToday: () => Promise<void>;
  close: () => Promise<void>;
}

/** What somebody of the small partnership is called. */
export const nameOf = (who: PersonKey): string => people[who].name;

/** With what address somebody of the small partnership signs in. */
export const emailOf = (who: PersonKey): string => `${who.toLowerCase()}@fernshire.example.org`;

const dayMs = 86_400_000;

async function populate(database: TestDatabase, daysAgo: number): Promise<Record<PersonKey, string>> {
  const { app, owner } = database.connections;
  const clock = () => new Date(Date.now() - daysAgo * dayMs).toISOString();
  const store = await openStore(app, { clock });
  const partnership = await foundPartnership(owner, { name: 'Fernshire (invented)', now: clock() });
  const placed: Record<string, string> = {};
  for (const [key, agency] of Object.entries(agencies))
    placed[key] = await addAgency(store, partnership, agency);
  const ids = {} as Record<PersonKey, string>;
  for (const [key, person] of Object.entries(people)) {
    const who = key as PersonKey;
    const team = 'team' in person ? { teamId: person.team } : {};
    const agency = placed['agency' in person ? person.agency : 'council'] as string;
    const user = {
      name: person.name,
      roles: [...person.roles],
      email: emailOf(who),
      agencyId: agency,
      ...team,
    };
    ids[who] = await addUser(store, owner, partnership, user, {
      password: 'demonstration-only',
      demonstration: true,
    });
  }
  await store.close();
  return ids;
}

/** A copy of the small partnership, which is founded once in a run, so many days before today. */
export const smallPartnership = (testServer: string, daysAgo = 0) =>
  preparedDatabase(testServer, `small partnership, founded ${daysAgo} days ago`, (database) =>
    populate(database, daysAgo),
  );

/** Starts the built api over a copy of the small partnership; both stand so many days before today until `reachToday`. */
export async function realApi(testServer: string, { daysAgo = 0 } = {}): Promise<RealApi> {
  const { database, made: ids } = await smallPartnership(testServer, daysAgo);
  const { url, close, setBehind } = await hostedApi(database, daysAgo * dayMs);
  const tokens = new Map<PersonKey, string>();

  async function tokenOf(who: PersonKey): Promise<string> {
    const known = tokens.get(who);
    if (known) return known;
    const headers = { 'content-type': 'application/json' };
    const answer = await fetch(`${url}/api/v1/sessions`, {
      method: 'POST',
      headers,
      body: JSON.stringify({ email: emailOf(who) }),
    });
    const { sessionId } = (await answer.json()) as { sessionId: string };
    tokens.set(who, sessionId);
    return sessionId;
  }

  const ask: RealApi['ask'] = async <T>(
    who: PersonKey,
    method: string,
    path: string,
    body?: object,
    headers = {},
  ) => {
    const sent = {
      authorization: `Bearer ${await tokenOf(who)}`,
      ...(body ? { 'content-type': 'application/json' } : {}),
      ...headers,
    };
    const answer = await fetch(url + path, {
      method,
      headers: sent,
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${method} ${path} as ${who}: ${text}`);
    return { body: (text ? JSON.parse(text) : undefined) as T, etag: answer.headers.get('etag') };
  };

  const give: RealApi['give'] = async (who, command, body, id) => {
    const [topic, verb] = command.split('/');
    const headers: Record<string, string> = { 'idempotency-key': uuidv7() };
    if (id) headers['if-match'] = (await ask(who, 'GET', `/api/v1/${topic}/${id}`)).etag ?? '';
    const path = id ? `/api/v1/${topic}/${id}/${verb}` : `/api/v1/${topic}/${verb}`;
    return (await ask<{ id: string }>(who, 'POST', path, body, headers)).body.id;
  };

  return { url, ids, database, emailOf, ask, give, reachToday: () => setBehind(0), close };
}

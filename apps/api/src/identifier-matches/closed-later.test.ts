import { matchIdentifiers, migrate, openStore, type Store, weighLinks } from '@mase/store';
import { openOwner, testPasswords } from '@mase/store/testing';
import {
  aLink,
  aLinkGrade,
  aNomination,
  anAcceptedCase,
  anAllocation,
  anIntelligenceReport,
  aReferral,
  aTriage,
} from '@mase/workflow/testing';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { matchNow } from '../testing/intelligence-steps.js';
import { beforeDrawing, weighNow } from '../testing/link-steps.js';
import { type TestApi, testApi } from '../testing/test-api.js';

let api: TestApi;
let caseId: string;
let childId: string;
let next = 0;

const supervisor = 'intelligence-supervisor';
const ask = async (who: string, url: string) => (await api.ask(who, 'GET', `/api/v1/${url}`)).json();

beforeAll(async () => {
  api = await testApi(inject('MASE_TEST_SERVER'), '2026-11-02T09:00:00.000Z');
  caseId = (await api.give('referrer', 'child-cases/record-referral', aReferral())).id;
  await api.give(
    'triage',
    'child-cases/decide-triage',
    aTriage('risk-assessment', { teamId: 'north' }),
    caseId,
  );
  const { worker } = api.founded.people;
  await api.give('manager', 'child-cases/allocate-worker', anAllocation(worker as string), caseId);
  childId = ((await api.view('worker', 'child-cases', caseId)) as unknown as { childId: string }).childId;
});
afterAll(() => api.close());

const handle = (id: string, handling: 'C' | 'P') =>
  api.give(
    supervisor,
    'person-cases/set-handling',
    { handling, reason: 'Made up', ...(handling === 'C' ? { conditions: 'Made up' } : {}) },
    id,
  );

/** A person of concern who is taken on, with a phone. */
async function aPerson(text: string): Promise<string> {
  const identifiers = [{ kind: 'phone', text }];
  const person = { name: `Made-up Person ${text}`, birthDate: '1990-02-28', identifiers };
  const { id } = await api.give('police-desk', 'person-cases/nominate', aNomination({ person }));
  await api.give('intelligence', 'person-cases/start-screening', {}, id);
  await api.give('intelligence', 'person-cases/accept-nomination', anAcceptedCase(), id);
  return id;
}

const handOver = (to: string) =>
  api.give(
    'manager',
    'child-cases/allocate-worker',
    {
      workerId: api.founded.people[to],
      ...{ reason: 'Made up', handover: 'Made up', introduction: 'Together (made up)' },
    },
    caseId,
  );

const known = new Set<string>();
const matchesOf = async (who: string): Promise<string[]> =>
  ((await ask(who, 'identifier-matches?limit=100')).items as { id: string }[]).map(({ id }) => id);
/** The one match of the desk’s that it did not have when this was asked before. */
async function newest(): Promise<string> {
  const fresh = (await matchesOf('intelligence')).filter((id) => !known.has(id));
  for (const id of fresh) known.add(id);
  expect(fresh).toHaveLength(1);
  return fresh[0] as string;
}

/** A number of the worker’s child that a person of concern has as well, which nobody has compared yet. */
async function aShared() {
  next += 1;
  const text = `07700 9006${String(next).padStart(2, '0')}`;
  const link = (
    await api.give('worker', 'links/record-link', aLink(childId, { to: { kind: 'phone', text } }))
  ).id;
  await api.give('intelligence', 'links/grade-link', aLinkGrade('2027-01-01'), link);
  await weighNow(api);
  return { link, personCase: await aPerson(text), text };
}

/** The match of the two. */
async function aMatch() {
  const shared = await aShared();
  await matchNow(api);
  return { id: await newest(), ...shared };
}

interface Read {
  name: string;
  values: unknown[];
  rows: unknown[];
}
/** What the worker of the system does, where something happens once between what it reads and what it does with that. */
async function betweenReadAnd(
  work: (worker: Store, app: Store) => Promise<unknown>,
  { when, happens }: { when: (read: Read) => boolean; happens: () => Promise<unknown> },
): Promise<void> {
  const worker = await openStore(api.database.connections.worker, { clock: () => api.time.now });
  const query = worker.pool.query.bind(worker.pool) as (...asked: unknown[]) => Promise<Read>;
  let waits = true;
  worker.pool.query = (async (...asked: [Read, ...unknown[]]) => {
    const found = await query(...asked);
    if (waits && when({ ...asked[0], rows: found.rows })) {
      waits = false;
      await happens();
    }
    return found;
  }) as never;
  try {
    await work(worker, api.store);
  } finally {
    await worker.close();
  }
  expect(waits, 'nothing happened meanwhile').toBe(false);
}

const everybody = ['intelligence', supervisor, 'worker', 'manager', 'senior', 'auditor'];
/** Whoever is shown the match, by its page, in the list of matches, and as work or as a message. */
async function shownTo(id: string): Promise<string[]> {
  const seen: string[] = [];
  for (const who of everybody) {
    const { statusCode } = await api.ask(who, 'GET', `/api/v1/identifier-matches/${id}`);
    const lists = await Promise.all(
      ['identifier-matches?limit=100', 'work-queue?limit=100', 'messages?limit=100'].map((url) =>
        ask(who, url),
      ),
    );
    expect(JSON.stringify(lists).includes(id), `${who} is shown ${id} in a list`).toBe(statusCode === 200);
    if (statusCode === 200) seen.push(who);
  }
  return seen;
}
/** What was sent to somebody about the match, in order. */
const sentTo = (principal: string, id: string): Promise<string[]> =>
  openOwner(api.database.connections.owner, async (client) => {
    const text = 'select kind from outbox where principal = $1 and record_id = $2 order by kind';
    return (await client.query<{ kind: string }>(text, [principal, id])).rows.map(({ kind }) => kind);
  });
const worksOn = async (who: string, id: string) =>
  JSON.stringify(await ask(who, 'work-queue?limit=100')).includes(id);

describe('a match with a person of concern who is handled with conditions later', () => {
  it('is gone for the desk and the worker at that moment, and is work of the supervisor, who is told', async () => {
    const { id, personCase } = await aMatch();
    expect(await shownTo(id)).toEqual(['intelligence', 'worker', 'manager']);
    await handle(personCase, 'C');
    expect(await shownTo(id)).toEqual([supervisor]);
    expect(await worksOn(supervisor, id)).toBe(true);
    expect(await sentTo(`role:${supervisor}`, id)).toEqual([
      'identifier-match',
      'identifier-match-kept-back',
    ]);
    // What the worker of the system finds later changes nothing.
    await weighNow(api);
    expect(await shownTo(id)).toEqual([supervisor]);
  });

  it('is the desk’s and the worker’s again once the person is open again', async () => {
    const { id, personCase } = await aMatch();
    await handle(personCase, 'C');
    await handle(personCase, 'P');
    await weighNow(api);
    expect(await shownTo(id)).toEqual(['intelligence', 'worker', 'manager']);
    expect(await worksOn('intelligence', id)).toBe(true);
  });

  it('is closed once with an upgrade where an older installation left it open', async () => {
    const { id, personCase } = await aMatch();
    await beforeDrawing(api);
    // As an older installation closed a person: the match was told nothing.
    const text = `update search_term set kind = 'matchEndGone' where record_id = $1 and kind = 'matchEnd'`;
    await migrate(api.database.connections.owner, testPasswords);
    await openOwner(api.database.connections.owner, (client) => client.query(text, [id]));
    await handle(personCase, 'C');
    expect(await shownTo(id)).toContain('intelligence');
    await beforeDrawing(api);
    await migrate(api.database.connections.owner, testPasswords);
    await weighNow(api);
    expect(await shownTo(id)).toEqual([supervisor]);
  });

  it('that is found again after it was closed is in the list of whoever may still know of both', async () => {
    const { id, personCase, text } = await aMatch();
    await handle(personCase, 'C');
    await api.give(
      'coordinator',
      'links/record-link',
      aLink(childId, { kind: 'contacted-from', to: { kind: 'phone', text } }),
    );
    await matchNow(api);
    expect(await shownTo(id)).toEqual([supervisor]);
    expect(await worksOn(supervisor, id)).toBe(true);
  });
});

describe('a match with a child', () => {
  it('who is restricted later is shown to those named alone, and opens with the child', async () => {
    const { id } = await aMatch();
    const { senior } = api.founded.people;
    await api.give('manager', 'child-cases/restrict', { reason: 'Made up', readers: [senior] }, caseId);
    const named = await shownTo(id);
    expect(named).not.toContain('intelligence');
    expect(named).not.toContain('worker');
    expect(named).toContain('senior');
    await api.give('senior', 'child-cases/lift-restriction', { reason: 'Made up' }, caseId);
    await weighNow(api);
    expect(await shownTo(id)).toEqual(['intelligence', 'worker', 'manager']);
  });

  it('by a link that may not be shared any more is the desk’s alone', async () => {
    const { id, link } = await aMatch();
    const grade = { source: '1', information: 'B', handling: 'C', conditions: ['A1'] };
    await api.give(
      'intelligence',
      'links/grade-link',
      aLinkGrade('2027-01-01', { grade, told: undefined }),
      link,
    );
    expect(await shownTo(id)).toEqual(['intelligence']);
  });

  it('is told to whoever takes the child over', async () => {
    const { id } = await aMatch();
    await handOver('worker-two');
    await weighNow(api);
    const successor = `user:${api.founded.people['worker-two']}`;
    expect(await sentTo(successor, id)).toEqual(['identifier-match-told']);
  });
});

describe('a match that nobody has decided', () => {
  const state = async (id: string) => (await ask('intelligence', `identifier-matches/${id}`)).state;
  const reasons = async (id: string) =>
    (await ask('intelligence', `identifier-matches/${id}`)).written.map(
      ({ body }: { body: { reasons: string } }) => body.reasons,
    );

  it('ends with the report that was withdrawn', async () => {
    await aPerson('07700 900691');
    const identifiers = [{ kind: 'phone', text: '07700 900691' }];
    const report = await api.give(
      'worker',
      'intelligence/submit-intelligence',
      anIntelligenceReport({ identifiers }),
    );
    await matchNow(api);
    const id = await newest();
    expect(await state(id)).toBe('proposed');
    await api.give(
      'intelligence',
      'intelligence/reject',
      { reason: 'Known to be mistaken (made up)' },
      report.id,
    );
    await weighNow(api);
    expect(await state(id)).toBe('withdrawn');
    expect(await reasons(id)).toEqual(['The report that told of it was withdrawn or rejected']);
  });

  it('ends with the person who turns out never to have been of concern', async () => {
    const { id, personCase } = await aMatch();
    await api.give(
      'intelligence',
      'person-cases/propose-removal',
      { reason: 'mistaken', words: 'Made up' },
      personCase,
    );
    await api.give(supervisor, 'person-cases/approve-removal', { words: 'Made up' }, personCase);
    await weighNow(api);
    expect(await state(id)).toBe('withdrawn');
    expect(await reasons(id)).toEqual(['One of the two was removed from the books as mistaken or unfounded']);
  });

  it('ends with the number that was wrong, and is asked anew once it is recorded again', async () => {
    const [nhsNumber, text] = ['9990000018', '999 000 0018'];
    const nobody = await api.give('triage', 'children/record-child', {
      description: 'Made up',
      from: 'return',
    });
    const identify = () =>
      api.give(
        'triage',
        'children/identify',
        { as: 'named', how: 'Made up', child: { firstName: 'Cy', lastName: 'Made-up', nhsNumber } },
        nobody.id,
      );
    await identify();
    const identifiers = [{ kind: 'nhsNumber', text }];
    await api.give('worker', 'intelligence/submit-intelligence', anIntelligenceReport({ identifiers }));
    await matchNow(api);
    const id = await newest();
    await api.give('triage', 'children/withdraw-identification', { reason: 'Made up' }, nobody.id);
    await weighNow(api);
    expect(await state(id)).toBe('withdrawn');
    expect(await reasons(id)).toEqual(['It no longer stands on both records']);
    await identify();
    await matchNow(api);
    expect(await state(await newest())).toBe('proposed');
  });
});

describe('a person who is handled with conditions while the worker of the system is at work', () => {
  it('stays closed in a match that is told what it had read before: of another worker of the child', async () => {
    const { id, personCase } = await aMatch();
    await handOver('worker');
    await betweenReadAnd(weighLinks, {
      when: ({ name, values }) => name === 'match with records' && values[0] === id,
      happens: () => handle(personCase, 'C'),
    });
    expect(await shownTo(id)).toEqual([supervisor]);
    await weighNow(api);
    expect(await shownTo(id)).toEqual([supervisor]);
  });

  it('is matched as closed, and neither desk nor worker is told', async () => {
    const { personCase } = await aShared();
    const before = await matchesOf(supervisor);
    await betweenReadAnd(matchIdentifiers, {
      when: ({ name, rows }) => name === 'holders of term' && rows.length > 1,
      happens: () => handle(personCase, 'C'),
    });
    const fresh = (await matchesOf(supervisor)).filter((one) => !before.includes(one));
    expect(fresh).toHaveLength(1);
    const [id = ''] = fresh;
    expect(await shownTo(id)).toEqual([supervisor]);
    for (const principal of ['role:intelligence-officer', `user:${api.founded.people.worker}`])
      expect(await sentTo(principal, id)).toEqual([]);
    expect(await sentTo(`role:${supervisor}`, id)).toEqual(['identifier-match']);
  });
});

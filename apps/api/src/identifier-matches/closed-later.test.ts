import { migrate } from '@mase/store';
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

const known = new Set<string>();
/** The one match of the desk’s that it did not have when this was asked before. */
async function newest(): Promise<string> {
  const { items } = (await ask('intelligence', 'identifier-matches?limit=100')) as {
    items: { id: string }[];
  };
  const fresh = items.map(({ id }) => id).filter((id) => !known.has(id));
  for (const id of fresh) known.add(id);
  expect(fresh).toHaveLength(1);
  return fresh[0] as string;
}

/** A number of the worker’s child that a person of concern has as well: the match of the two. */
async function aMatch() {
  next += 1;
  const text = `07700 9006${String(next).padStart(2, '0')}`;
  const link = (
    await api.give('worker', 'links/record-link', aLink(childId, { to: { kind: 'phone', text } }))
  ).id;
  await api.give('intelligence', 'links/grade-link', aLinkGrade('2027-01-01'), link);
  await weighNow(api);
  const personCase = await aPerson(text);
  await matchNow(api);
  return { id: await newest(), link, personCase, text };
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
    const because = { reason: 'Made up', handover: 'Made up', introduction: 'Together (made up)' };
    const payload = { workerId: api.founded.people['worker-two'], ...because };
    await api.give('manager', 'child-cases/allocate-worker', payload, caseId);
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

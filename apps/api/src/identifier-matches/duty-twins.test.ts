import { beginSession } from '@mase/store';
import { aNomination, anAcceptedCase, anIntelligenceReport } from '@mase/workflow/testing';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { type Founded, foundDemonstration } from '../demonstration/found.js';
import { bare } from '../testing/bare.js';
import { giverOf } from '../testing/guarded-world.js';
import { matchNow } from '../testing/intelligence-steps.js';
import { type TestApi, testApi } from '../testing/test-api.js';

const begin = '2026-11-02T09:00:00.000Z';
/** When the second report came. */
const later = '2026-11-02T10:00:00.000Z';
const supervisor = 'intelligence-supervisor';
const open = { kind: 'phone', text: '07700 900711' };
const closing = { kind: 'phone', text: '07700 900712' };

interface Match {
  id: string;
  danger: boolean;
  proposedAt: string;
}

let api: TestApi;
/** Two partnerships that are the same, but for a person of concern of the second who has the phone of a report. */
let plain: Founded;
let other: Founded;
let caseId: string;

const lookAs = async <T>(founded: Founded, who: string, path: string): Promise<T> =>
  giverOf(api, founded).lookAs<T>(who, `/api/v1/${path}`);
const matches = async (founded: Founded, who = 'duty') =>
  (await lookAs<{ items: Match[] }>(founded, who, 'identifier-matches?limit=100')).items;

/** A person of concern with a phone, who is taken on. */
async function aPerson(founded: Founded, phone: object): Promise<string> {
  const { give } = giverOf(api, founded);
  const person = { name: 'Zqlater Person', birthDate: '1990-02-28', identifiers: [phone] };
  const { id } = await give(supervisor, 'person-cases/nominate', aNomination({ person }));
  await give(supervisor, 'person-cases/start-screening', {}, id);
  await give(supervisor, 'person-cases/accept-nomination', anAcceptedCase(), id);
  return id;
}

/** Reports of children in danger, each with one phone; what is matched is told to the duty manager. */
async function reports(founded: Founded): Promise<void> {
  const { give } = giverOf(api, founded);
  for (const phone of [open, closing]) {
    api.time.now = phone === open ? begin : later;
    const report = anIntelligenceReport({ childInDanger: true, identifiers: [phone] });
    await give('charity-worker', 'intelligence/submit-intelligence', report);
    await matchNow(api);
  }
}

beforeAll(async () => {
  api = await testApi(inject('MASE_TEST_SERVER'), begin);
  const found = () =>
    foundDemonstration(api.store, api.database.connections.owner, { name: 'Twin', now: begin });
  plain = await found();
  other = await found();
  for (const twin of [plain, other]) {
    api.time.now = begin;
    await aPerson(twin, open);
    if (twin === other) caseId = await aPerson(twin, closing);
    await matchNow(api);
    await reports(twin);
  }
}, 120_000);
afterAll(() => api.close());

/** What the duty manager of a partnership is answered at every address where a match could show. */
async function answersTo(founded: Founded): Promise<[string, string][]> {
  const owner = { userId: founded.people.duty as string, partnershipId: founded.partnershipId };
  const { sessionId } = await beginSession(api.store, owner);
  const answers: [string, string][] = [];
  for (const path of [
    'identifier-matches?limit=100',
    'identifier-matches?phase=proposed',
    'messages?limit=100',
    'work-queue?limit=100',
    'clocks?limit=100',
    'intelligence?limit=100',
  ]) {
    const headers = { authorization: `Bearer ${sessionId}` };
    const answer = await api.app.inject({ method: 'GET', url: `/api/v1/${path}`, headers });
    answers.push([path, bare(`${answer.statusCode} ${answer.body}`)]);
  }
  return answers;
}

const handle = (handling: 'P' | 'C', readers: string[] = []) =>
  giverOf(api, other).give(
    supervisor,
    'person-cases/set-handling',
    { handling, reason: 'Made up', readers, ...(handling === 'C' ? { conditions: 'Made up' } : {}) },
    caseId,
  );
const statusOf = async (who: string, id: string) => {
  const owner = { userId: other.people[who] as string, partnershipId: other.partnershipId };
  const { sessionId } = await beginSession(api.store, owner);
  const headers = { authorization: `Bearer ${sessionId}` };
  return (await api.app.inject({ method: 'GET', url: `/api/v1/identifier-matches/${id}`, headers }))
    .statusCode;
};

describe('a match where a child may be in danger, with a person of whom few may know since', () => {
  let id: string;

  it('is read by the duty manager while the person is open, with whom to ring by name', async () => {
    expect(await matches(plain)).toHaveLength(1);
    const here = await matches(other);
    expect(here).toMatchObject([{ danger: true }, { danger: true }]);
    // That of the second report, wherever it stands in the list.
    id = here.find(({ proposedAt }) => proposedAt > later)?.id as string;
    const view = await lookAs<object>(other, 'duty', `identifier-matches/${id}`);
    expect(view).toMatchObject({
      own: null,
      toRing: {
        lead: [{ name: 'Dara Duty', until: null }],
        decides: { who: 'supervisor', people: [{ name: 'Ivy Supervisor', until: null }] },
      },
    });
  });

  it('changes no answer to the duty manager from then on: as in the partnership without the person', async () => {
    expect(await answersTo(other)).not.toEqual(await answersTo(plain));
    await handle('C');
    expect(await answersTo(other)).toEqual(await answersTo(plain));
    expect(await statusOf('duty', id)).toBe(404);
    expect(await statusOf(supervisor, id)).toBe(200);
    expect(JSON.stringify(await matches(other, supervisor))).toContain(id);
  });

  it('is read by a duty manager who is named for the person, and by every one once the person is open again', async () => {
    await handle('C', [other.people.duty as string]);
    expect(await statusOf('duty', id)).toBe(200);
    await handle('C');
    expect(await statusOf('duty', id)).toBe(404);
    await handle('P');
    expect(await statusOf('duty', id)).toBe(200);
  });
});

import { aNomination, anAcceptedCase, aPlaceReport } from '@mase/workflow/testing';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { type TestApi, testApi } from '../testing/test-api.js';

let api: TestApi;
beforeAll(async () => {
  api = await testApi(inject('MASE_TEST_SERVER'), '2026-11-02T09:00:00.000Z');
});
afterAll(() => api.close());

const officer = 'intelligence';
const words = { words: 'Made-up words' };
type Topic = 'person-cases' | 'location-cases';

const openings = {
  'person-cases': { open: 'nominate', accept: 'accept-nomination', body: aNomination, noun: 'persons' },
  'location-cases': { open: 'report', accept: 'accept-report', body: aPlaceReport, noun: 'locations' },
} as const;

/** A case as somebody opens it: its id and, as the officer sees it, that of whom or what it is about. */
async function opened(topic: Topic, over: object = {}, who = 'referrer') {
  const { open, body } = openings[topic];
  const { id } = await api.give(who, `${topic}/${open}`, body(over));
  const { aboutId } = await api.view(officer, topic, id);
  return { id, aboutId: String(aboutId) };
}

async function active(topic: Topic, over: object = {}) {
  const one = await opened(topic, over);
  await api.give(officer, `${topic}/start-screening`, {}, one.id);
  await api.give(officer, `${topic}/${openings[topic].accept}`, anAcceptedCase(), one.id);
  return one;
}

const statusFor = async (who: string, path: string) =>
  (await api.ask(who, 'GET', `/api/v1/${path}`)).statusCode;

/** Gives a command that is refused: the status, and the code of every reason. */
async function refused(who: string, command: string, body: object, id: string) {
  const [topic, verb] = command.split('/');
  const answer = await api.ask(who, 'POST', `/api/v1/${topic}/${id}/${verb}`, body, {
    'if-match': `"${await api.versionOf(id)}"`,
    'idempotency-key': `refused-${command}-${id}-${who}`,
  });
  const { missing = [], errors = [] } = answer.json() as {
    missing?: { code: string }[];
    errors?: { code: string }[];
  };
  return [answer.statusCode, ...[...missing, ...errors].map(({ code }) => code)];
}

describe.each(['person-cases', 'location-cases'] as const)('a case of %s', (topic) => {
  const { accept, noun } = openings[topic];

  it('is told of, screened, taken on, weighed, listed, and removed by two', async () => {
    const { id, aboutId } = await opened(topic);
    expect(await statusFor('chair', `${topic}/${id}`)).toBe(404);
    expect(await api.view('referrer', topic, id)).toMatchObject({ withheld: ['sheet', 'case'], allowed: [] });
    expect(await refused(officer, `${topic}/${accept}`, anAcceptedCase(), id)).toContain(409);
    await api.give(officer, `${topic}/start-screening`, {}, id);
    await api.give(officer, `${topic}/${accept}`, anAcceptedCase(), id);
    expect(await api.view('referrer', topic, id)).toMatchObject({ outcome: 'accepted' });
    await api.give(officer, `${topic}/set-priority`, { gravity: 'serious', access: 'some' }, id);
    const weighed = await api.view('chair', topic, id);
    expect(weighed).toMatchObject({ gravity: 'serious', reckoned: { override: null, points: 7 } });
    await api.give(officer, `${topic}/list-for-panel`, { basis: 'new', asked: 'What next? (made up)' }, id);
    const listed = await api.ask('member-police', 'GET', `/api/v1/${topic}?panel=listed`);
    expect(listed.body).toContain(id);
    await api.give('coordinator', `${topic}/withdraw-listing`, { reason: 'Made up' }, id);
    await api.give(officer, `${topic}/propose-removal`, { reason: 'no-longer-necessary', ...words }, id);
    expect(await refused(officer, `${topic}/approve-removal`, words, id)).toEqual([409, 'secondPerson']);
    await api.give('intelligence-supervisor', `${topic}/approve-removal`, words, id);
    expect(await api.view(officer, topic, id)).toMatchObject({ state: { work: 'closed' } });
    expect(await statusFor('chair', `${noun}/${aboutId}`)).toBe(200);
  });

  it('says who told of it to the intelligence desk alone, in views, lists and the history', async () => {
    const { id, aboutId } = await active(topic);
    const teller = api.founded.people.referrer as string;
    const tells = async (who: string) => {
      const paths = [`${topic}/${id}`, `${noun}/${aboutId}`, `history/${id}`, `history/${aboutId}`, topic];
      const answers = await Promise.all(paths.map((path) => api.ask(who, 'GET', `/api/v1/${path}`)));
      expect(
        answers.map(({ statusCode }) => statusCode),
        who,
      ).toEqual([200, 200, 200, 200, 200]);
      return answers.filter(({ body }) => body.includes(teller) || body.includes('Rory Referrer')).length;
    };
    expect(await tells(officer)).toBeGreaterThanOrEqual(3);
    for (const who of ['police-desk', 'chair', 'coordinator', 'auditor', 'governance'])
      expect([who, await tells(who)]).toEqual([who, 0]);
  });

  it('handled with conditions is there for those named, its officer and the supervisor, and for nobody else', async () => {
    const { id, aboutId } = await active(topic);
    const { people } = api.founded;
    const handling = {
      handling: 'C',
      conditions: 'Made-up conditions',
      reason: 'Made up',
      readers: [people.chair],
    };
    await api.give(officer, `${topic}/set-handling`, handling, id);
    for (const [who, status] of [
      ...([officer, 'intelligence-supervisor', 'chair'] as const).map((one) => [one, 200] as const),
      ...(['coordinator', 'auditor', 'governance', 'police-desk'] as const).map((one) => [one, 404] as const),
    ]) {
      expect([who, await statusFor(who, `${topic}/${id}`)]).toEqual([who, status]);
      expect([who, await statusFor(who, `${noun}/${aboutId}`)]).toEqual([who, status]);
      expect([who, await statusFor(who, `history/${id}`)]).toEqual([who, status]);
    }
    expect(await refused('coordinator', `${topic}/record-recall`, words, id)).toEqual([404]);
  });

  it('joins a duplicate with its names and cases, and stands alone again once that is undone', async () => {
    const one = await active(topic);
    const about = noun === 'persons' ? 'person' : 'location';
    const duplicate = { [about]: { ...(aboutOf(about) as object), name: 'Known as Birch-09' } };
    const other = await active(topic, duplicate);
    const body = { otherId: other.aboutId, reasons: 'One and the same (made up)' };
    const { version } = await api.give(officer, `${noun}/merge`, body, one.aboutId);
    const joined = await api.view(officer, noun, one.aboutId);
    expect(joined).toMatchObject({ version, aliases: ['Known as Birch-09'] });
    expect((joined.cases as { id: string }[]).map(({ id }) => id).sort()).toEqual([one.id, other.id].sort());
    expect(await api.view(officer, noun, other.aboutId)).toMatchObject({ state: 'merged' });
    await api.give(officer, `${noun}/unmerge`, body, one.aboutId);
    const parted = await api.view(officer, noun, one.aboutId);
    expect(parted).toMatchObject({ aliases: [], joined: [] });
    expect((parted.cases as { id: string }[]).map(({ id }) => id)).toEqual([one.id]);
    expect(await api.view(officer, topic, other.id)).toMatchObject({ aboutId: other.aboutId });
  });
});

const aboutOf = (about: 'person' | 'location') =>
  about === 'person'
    ? (aNomination() as { person: object }).person
    : (aPlaceReport() as { location: object }).location;

import { migrate } from '@mase/store';
import { openOwner, testPasswords } from '@mase/store/testing';
import {
  aLink,
  aLinkGrade,
  aNomination,
  anAcceptedCase,
  anIntelligenceReport,
  aReferral,
} from '@mase/workflow/testing';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { matchNow } from '../testing/intelligence-steps.js';
import { beforeDrawing, weighNow } from '../testing/link-steps.js';
import { type TestApi, testApi } from '../testing/test-api.js';

const phone = { kind: 'phone', text: '07700 900555' };
let api: TestApi;
let childId: string;
let bo: string;
const ask = async (who: string, url: string) => (await api.ask(who, 'GET', `/api/v1/${url}`)).json();
const matches = async (who: string) => (await ask(who, 'identifier-matches')).items as object[];
/** What the desk's new matches share. */
async function sharedSince(before: object[]): Promise<string[][]> {
  const known = new Set((before as { id: string }[]).map(({ id }) => id));
  const found = (await matches('intelligence')) as { id: string; shared: string[] }[];
  return found.filter(({ id }) => !known.has(id)).map(({ shared }) => shared);
}

beforeAll(async () => {
  api = await testApi(inject('MASE_TEST_SERVER'), '2026-11-02T09:00:00.000Z');
  const { id } = await api.give('referrer', 'child-cases/record-referral', aReferral());
  const { childId: of } = (await api.view('triage', 'child-cases', id)) as unknown as { childId: string };
  childId = of;
  const link = (await api.give('coordinator', 'links/record-link', aLink(childId, { to: phone }))).id;
  await api.give('intelligence', 'links/grade-link', aLinkGrade('2027-01-01'), link);
  await matchNow(api);
});
afterAll(() => api.close());

/** A person of concern with a phone who is taken on, or not yet. */
async function aPerson(phones: string | string[], isTakenOn: boolean): Promise<string> {
  const texts = [phones].flat();
  const { id } = await api.give(
    'police-desk',
    'person-cases/nominate',
    aNomination({
      person: {
        name: `Made-up Person ${texts}`,
        birthDate: '1990-02-28',
        identifiers: texts.map((text) => ({ kind: 'phone', text })),
      },
    }),
  );
  if (!isTakenOn) return id;
  await api.give('intelligence', 'person-cases/start-screening', {}, id);
  await api.give('intelligence', 'person-cases/accept-nomination', anAcceptedCase(), id);
  return id;
}

describe('a phone of a child that is recorded on a person of concern', () => {
  it('is brought to the intelligence desk of itself, and shows the child’s side nothing of a person being screened', async () => {
    const before = await matches('triage');
    await aPerson(phone.text, false);
    await matchNow(api);
    expect(await matches('intelligence')).toMatchObject([
      { identifier: 'phone', fit: 'same', own: { kind: 'person' }, other: { kind: 'link' } },
    ]);
    expect(await matches('triage')).toEqual(before);
    expect(await matches('auditor')).toEqual([]);
  });

  it('is told to those who work with the child where the person is taken on, and is proposed once', async () => {
    await aPerson('07700 900556', true);
    const to = { kind: 'phone', text: '07700 900556' };
    const link = (await api.give('coordinator', 'links/record-link', aLink(childId, { to }))).id;
    await matchNow(api);
    expect(await matches('intelligence')).toHaveLength(2);
    await api.give('intelligence', 'links/grade-link', aLinkGrade('2027-01-01'), link);
    await matchNow(api);
    expect(await matches('intelligence')).toHaveLength(2);
  });
});

describe('a number that a child shares by several links', () => {
  it('is one match to decide, which shows the number to whoever reads both, and the child apart from another', async () => {
    const text = '07700 900557';
    const to = { kind: 'phone', text };
    bo = (
      await api.give('coordinator', 'children/record-child', {
        firstName: 'Bo',
        lastName: 'Made-up',
        from: 'return',
      })
    ).id;
    for (const [id, kind] of [
      [childId, 'uses'],
      [childId, 'contacted-from'],
      [bo, 'uses'],
    ] as const)
      await api.give('coordinator', 'links/record-link', aLink(id, { kind, to }));
    const before = await matches('intelligence');
    await aPerson(text, true);
    await matchNow(api);
    expect(await sharedSince(before)).toEqual([[text], [text]]);
    await api.give(
      'coordinator',
      'links/record-link',
      aLink(childId, { kind: 'uses', to, words: 'Seen again (made up)' }),
    );
    await matchNow(api);
    expect(await sharedSince(before)).toEqual([[text], [text]]);
  });

  it('stays decided when the first link is withdrawn, and is asked again once nothing was left and it is recorded anew', async () => {
    const text = '07700 900562';
    const record = async (kind: string) => {
      const link = aLink(childId, { kind, to: { kind: 'phone', text } });
      const { id } = await api.give('coordinator', 'links/record-link', link);
      await matchNow(api);
      return id;
    };
    const withdraw = (id: string) =>
      api.give('intelligence', 'links/withdraw-link', { reason: 'Another number (made up)' }, id);
    const before = await matches('intelligence');
    const first = await record('uses');
    const second = await record('contacted-from');
    await aPerson(text, true);
    await matchNow(api);
    const [one] = (await matches('intelligence')) as { id: string }[];
    const decision = { decision: 'not-the-same', reasons: 'Another owner by then (made up)' };
    await api.give('intelligence', 'identifier-matches/decide-match', decision, one?.id);
    await withdraw(first);
    const third = await record('uses');
    expect((await matches('intelligence')).length - before.length).toBe(1);
    for (const id of [second, third]) await withdraw(id);
    await record('uses');
    expect((await matches('intelligence')).length - before.length).toBe(2);
    await record('contacted-from');
    expect((await matches('intelligence')).length - before.length).toBe(2);
  });

  it('is a match apart from that of another number which the same two share, so that neither stays unseen', async () => {
    const before = await matches('intelligence');
    const texts = ['07700 900560', '07700 900561'];
    for (const text of texts)
      await api.give('coordinator', 'links/record-link', aLink(childId, { to: { kind: 'phone', text } }));
    await aPerson(texts, true);
    await matchNow(api);
    expect((await sharedSince(before)).sort()).toEqual(texts.map((text) => [text]));
  });
});

it('names the child beside what is shared, and every list and view of it is among who looked at whom', async () => {
  const items = (await matches('intelligence')) as {
    id: string;
    own: { id: string };
    other: { title: string };
  }[];
  const titles = items.map(({ other }) => other.title);
  expect(titles).toContainEqual(expect.stringMatching(/^Bo Made-up – uses – phone number, /));
  const one = items.find(({ other }) => other.title.startsWith('Bo Made-up'));
  await ask('intelligence', `identifier-matches/${one?.id}`);
  const looks = await openOwner(api.database.connections.owner, async (client) => {
    const asked = `select action, persons::text[] as persons from (select entry::json ->> 'action' as action,
      array(select json_array_elements_text(entry::json -> 'persons')) as persons from audit) a where action like 'identifier-matches/%' order by action`;
    return (await client.query<{ action: string; persons: string[] }>(asked)).rows;
  });
  for (const action of ['identifier-matches/list', 'identifier-matches/view'])
    expect(looks.filter((look) => look.action === action).at(-1)?.persons).toEqual(
      expect.arrayContaining([bo, one?.own.id]),
    );
});

describe('a report of a child in danger that names what several records hold', () => {
  it('is one alarm to the lead on duty, however many records match', async () => {
    for (const text of ['07700 900558', '07700 900559']) await aPerson(text, true);
    await matchNow(api);
    const identifiers = ['07700 900558', '07700 900559'].map((text) => ({ kind: 'phone', text }));
    const report = anIntelligenceReport({ childInDanger: true, identifiers });
    const before = (await matches('duty')).length;
    await api.give('worker', 'intelligence/submit-intelligence', report);
    await matchNow(api);
    expect((await matches('duty')).length - before).toBe(2);
    const alarms = await openOwner(api.database.connections.owner, async (client) => {
      const asked = `select count(*)::integer as sent from outbox where kind = 'identifier-match-danger'`;
      return (await client.query<{ sent: number }>(asked)).rows[0]?.sent;
    });
    expect(alarms).toBe(1);
  });
});

describe('a match that nobody has decided', () => {
  const open = async () =>
    ((await ask('intelligence', 'identifier-matches?phase=proposed')).items as { id: string }[]).map(
      ({ id }) => id,
    );
  const withdraw = async (id: string) => {
    await api.give('intelligence', 'links/withdraw-link', { reason: 'Another number (made up)' }, id);
    await weighNow(api);
  };

  it('ends once the last link is withdrawn by which the child holds the number, whichever of them that is', async () => {
    const text = '07700 900563';
    const links: string[] = [];
    for (const kind of ['uses', 'contacted-from']) {
      const link = aLink(childId, { kind, to: { kind: 'phone', text } });
      links.push((await api.give('coordinator', 'links/record-link', link)).id);
    }
    const before = await open();
    await aPerson(text, true);
    await matchNow(api);
    const [match] = (await open()).filter((id) => !before.includes(id)) as [string];
    await withdraw(links[1] as string);
    expect(await open()).toContain(match);
    await withdraw(links[0] as string);
    expect(await open()).not.toContain(match);
    const over = await ask('intelligence', `identifier-matches/${match}`);
    expect(over).toMatchObject({ state: 'withdrawn', due: null, clocks: [], decided: null });
    expect(over.written).toMatchObject([
      {
        kind: 'match-withdrawn',
        body: { reasons: 'The link by which one of the two held it was withdrawn' },
      },
    ]);
    expect(
      over.allowed.find(({ command }: { command: string }) => command.endsWith('decide-match')).available,
    ).toBe(false);
    const work = (await ask('intelligence', 'work-queue')).items as { id: string }[];
    expect(work.map(({ id }) => id)).not.toContain(match);
    // Recorded anew, the number is asked about anew.
    await api.give('coordinator', 'links/record-link', aLink(childId, { to: { kind: 'phone', text } }));
    await matchNow(api);
    expect((await open()).filter((id) => !before.includes(id))).toHaveLength(1);
  });

  it('of another child with the same number stays', async () => {
    const text = '07700 900564';
    const [own, other] = await Promise.all(
      [childId, bo].map((id) =>
        api.give('coordinator', 'links/record-link', aLink(id, { to: { kind: 'phone', text } })),
      ),
    );
    const before = await open();
    await aPerson(text, true);
    await matchNow(api);
    await withdraw(own?.id as string);
    expect((await open()).filter((id) => !before.includes(id))).toHaveLength(1);
    await withdraw(other?.id as string);
    expect((await open()).filter((id) => !before.includes(id))).toEqual([]);
  });

  it('of a link that an older installation withdrew ends with the upgrade', async () => {
    const text = '07700 900565';
    const link = aLink(childId, { to: { kind: 'phone', text } });
    const { id } = await api.give('coordinator', 'links/record-link', link);
    const before = await open();
    await aPerson(text, true);
    await matchNow(api);
    await api.give('intelligence', 'links/withdraw-link', { reason: 'Another number (made up)' }, id);
    await beforeDrawing(api);
    await migrate(api.database.connections.owner, testPasswords);
    expect((await open()).filter((one) => !before.includes(one))).toHaveLength(1);
    await weighNow(api);
    expect((await open()).filter((one) => !before.includes(one))).toEqual([]);
  });
});

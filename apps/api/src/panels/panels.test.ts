import {
  aListing,
  anAllocation,
  anAssessment,
  aReferral,
  aSeries,
  aTriage,
  panelWords,
} from '@mase/workflow/testing';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { gradedCase, list } from '../packs/testing/little-sitting.js';
import { type TestApi, testApi } from '../testing/test-api.js';

let api: TestApi;
let north: string;
let south: string;
let sitting: string;

const child = { firstName: 'Robin', lastName: 'Nobodysname', birthDate: '2011-02-03' };
const get = (who: string, url: string) => api.ask(who, 'GET', url);

async function panelOf(name: string, member: string): Promise<string> {
  const { people } = api.founded;
  const words = panelWords(people.chair as string, { name, link: 'https://meet.example.test/north' });
  const { id } = await api.give('coordinator', 'panels/found-panel', words);
  const join = [{ userId: people[member], as: 'member' }];
  await api.give('coordinator', 'panels/change-members', { join, reason: 'Founding' }, id);
  return id;
}

beforeAll(async () => {
  api = await testApi(inject('MASE_TEST_SERVER'), '2026-11-02T09:00:00.000Z');
  north = await panelOf('North', 'member-police');
  south = await panelOf('South', 'member-health');
  const at = { panelId: north, startsAt: '2026-11-26T10:00:00.000Z' };
  sitting = (await api.give('coordinator', 'sittings/schedule-sitting', at)).id;
  await api.give('coordinator', 'sittings/open-agenda', {}, sitting);
  const { id } = await api.give('referrer', 'child-cases/record-referral', aReferral({ child }));
  await api.give('triage', 'child-cases/decide-triage', aTriage('risk-assessment', { teamId: 'north' }), id);
  const worker = api.founded.people.worker as string;
  await api.give('manager', 'child-cases/allocate-worker', anAllocation(worker), id);
  const { entry } = await api.give('worker', 'child-cases/assess-risk', anAssessment('medium'), id);
  await api.give('manager', 'child-cases/confirm-grade', { assessmentId: entry, grade: 'medium' }, id);
  await api.give('manager', 'child-cases/list-for-panel', aListing(), id);
  const item = { caseId: id, section: 'child-new', asked: 'What next?' };
  await api.give('coordinator', 'sittings/add-item', item, sitting);
});
afterAll(() => api.close());

describe('a member of one panel', () => {
  it('reads its sittings with their items; a member of another sees neither, nor that they are there', async () => {
    const own = await get('member-police', `/api/v1/sittings/${sitting}`);
    expect(own.json().items).toHaveLength(1);
    const itemId = own.json().items[0].id;
    const series =
      'series?every=month&weekday=monday&startTime=10:00&minutes=60&from=2027-01-01&until=2027-03-01';
    for (const [at, other] of [
      [`sittings/${sitting}`, 'member-health'],
      [`agenda-items/${itemId}`, 'member-health'],
      [`sittings/${sitting}/invitation.ics`, 'member-health'],
      [`panels/${north}`, 'substitute'],
      [`panels/${north}/${series}`, 'substitute'],
    ] as const) {
      expect([at, (await get('member-police', `/api/v1/${at}`)).statusCode]).toEqual([at, 200]);
      expect([at, (await get(other, `/api/v1/${at}`)).statusCode]).toEqual([at, 404]);
    }
    for (const [who, count] of [
      ['member-police', 1],
      ['member-health', 0],
      ['coordinator', 1],
    ] as const)
      expect([who, (await get(who, '/api/v1/sittings')).json().items.length]).toEqual([who, count]);
    // As a worker this member lists cases as well, and knows of the other panel what it is called.
    const panels = (await get('member-health', '/api/v1/panels')).json().items as {
      id: string;
      link: string | null;
    }[];
    expect(panels.filter(({ link }) => link !== null).map(({ id }) => id)).toEqual([south]);
  });

  it('reads them no more once he or she has left it', async () => {
    const { people } = api.founded;
    const change = (body: object) =>
      api.give('coordinator', 'panels/change-members', { ...body, reason: 'Made up' }, north);
    await change({ join: [{ userId: people['member-health'], as: 'member' }] });
    expect((await get('member-health', `/api/v1/sittings/${sitting}`)).statusCode).toBe(200);
    await change({ leave: [people['member-health']] });
    expect((await get('member-health', `/api/v1/sittings/${sitting}`)).statusCode).toBe(404);
  });
});

describe('the agenda of a panel', () => {
  const proposals = async () => (await get('coordinator', `/api/v1/sittings/${sitting}/proposals`)).json();

  it('checks what its own panel asks of a case, as soon as that changes', async () => {
    const misses = async () =>
      (await proposals()).gates.flatMap((one: { missing: { code: string }[] }) =>
        one.missing.map(({ code }) => code),
      );
    expect(await misses()).toEqual(['strategy-discussion', 'current-plan']);
    const words = panelWords(api.founded.people.chair as string, { name: 'North' });
    const change = { ...words, gate: ['confirmed-grade'], reason: 'Agreed' };
    await api.give('coordinator', 'panels/change-panel', change, north);
    expect(await misses()).toEqual([]);
  });

  it('is followed by the next sitting of that panel, also where another has its name', async () => {
    const words = panelWords(api.founded.people.chair as string, { name: 'North' });
    const { id: other } = await api.give('coordinator', 'panels/found-panel', words);
    const on = (panelId: string, day: string) =>
      api.give('coordinator', 'sittings/schedule-sitting', { panelId, startsAt: `${day}T10:00:00.000Z` });
    await on(other, '2026-12-01');
    await on(north, '2027-01-07');
    expect((await proposals()).nextStartsAt).toBe('2027-01-07T10:00:00.000Z');
  });

  it('offers its parts alone, and its members are told with it', async () => {
    const { parts, formal, memberIds } = (await get('coordinator', `/api/v1/sittings/${sitting}`)).json();
    expect(parts.map(({ id }: { id: string }) => id)).toContain('child-review');
    expect(parts.map(({ id }: { id: string }) => id)).not.toContain('opening');
    expect(formal.before).toBeGreaterThan(0);
    expect(memberIds).toEqual([api.founded.people['member-police']]);
  });
});

describe('whoever lists cases', () => {
  it('knows which panels there are, and neither who belongs to them nor where they are joined', async () => {
    const seen = (await get('worker', '/api/v1/panels')).json().items as {
      id: string;
      link: string | null;
    }[];
    expect(seen.find(({ id }) => id === south)).toMatchObject({ name: 'South', link: null });
    const whole = (await get('worker', `/api/v1/panels/${south}`)).json();
    expect([whole.memberList, whole.terms, whole.sittings]).toEqual([[], [], []]);
  });
});

describe('an invitation', () => {
  it('goes to whoever asks, changes its sequence and never its uid, and names no child', async () => {
    const asked = async () => {
      const answer = await get('member-police', `/api/v1/sittings/${sitting}/invitation.ics`);
      expect(answer.headers['content-type']).toContain('text/calendar');
      expect(answer.body).not.toMatch(/Robin|Nobodysname/);
      const line = (name: string) => new RegExp(`^${name}[:;].*$`, 'm').exec(answer.body)?.[0].trim();
      return ['METHOD', 'UID', 'SEQUENCE', 'DTSTART', 'STATUS'].map(line);
    };
    const uid = `UID:${sitting}@mase`;
    expect(await asked()).toEqual([
      'METHOD:REQUEST',
      uid,
      'SEQUENCE:0',
      'DTSTART:20261126T100000Z',
      'STATUS:CONFIRMED',
    ]);
    const move = { startsAt: '2026-12-03T10:00:00.000Z', reason: 'The room is taken' };
    await api.give('coordinator', 'sittings/move-sitting', move, sitting);
    expect(await asked()).toEqual([
      'METHOD:REQUEST',
      uid,
      'SEQUENCE:1',
      'DTSTART:20261203T100000Z',
      'STATUS:CONFIRMED',
    ]);
    await api.give('coordinator', 'sittings/cancel-sitting', { reason: 'Snow' }, sitting);
    expect(await asked()).toEqual([
      'METHOD:CANCEL',
      uid,
      'SEQUENCE:2',
      'DTSTART:20261203T100000Z',
      'STATUS:CANCELLED',
    ]);
    const all = await get('member-police', '/api/v1/sittings.ics');
    expect(all.body).toContain('METHOD:PUBLISH');
    expect(all.body).not.toMatch(/Robin|Nobodysname/);
  });
});

describe('a series', () => {
  it('is shown with what moved a day and what is taken, then scheduled in one change, papers five working days before', async () => {
    const rule = aSeries('2027-03-01', { nth: 'last', weekday: 'friday', until: '2027-05-31' });
    const { every, nth, weekday, startTime, minutes, from, until } = rule;
    const query = new URLSearchParams({
      every,
      nth: nth ?? '',
      weekday,
      startTime,
      minutes: `${minutes}`,
      from,
      until,
    });
    const shown = async () =>
      (await get('coordinator', `/api/v1/panels/${south}/series?${query}`)).json().items;
    expect((await shown())[0]).toMatchObject({
      date: '2027-03-30',
      ruleDate: '2027-03-26',
      holiday: 'Good Friday',
      taken: false,
    });
    await api.give('coordinator', 'panels/plan-series', { ...rule, leaveOut: ['2027-05-28'] }, south);
    expect((await shown()).map((one: { taken: boolean }) => one.taken)).toEqual([true, true, false]);
    const panel = (await get('coordinator', `/api/v1/panels/${south}`)).json();
    expect(panel.sittings.map((one: { startsAt: string }) => one.startsAt)).toEqual([
      '2027-03-30T09:00:00.000Z',
      '2027-04-30T09:00:00.000Z',
    ]);
    const first = (await get('coordinator', `/api/v1/sittings/${panel.sittings[0].id}`)).json();
    expect(first.clocks).toMatchObject([{ rule: 'papers', due: '2027-03-19T23:59:59.999Z' }]);
  });
});

describe('a case before one panel of several', () => {
  it('is read by those on the agenda of whose panel it is, and by no member of another', async () => {
    const caseId = await gradedCase(api, { firstName: 'Alex', lastName: 'Nobodysname' });
    await list(api, caseId);
    const agendaOf = async (panelId: string, day: string) => {
      const at = { panelId, startsAt: `${day}T10:00:00.000Z` };
      const { id } = await api.give('coordinator', 'sittings/schedule-sitting', at);
      await api.give('coordinator', 'sittings/open-agenda', {}, id);
      return id;
    };
    const add = async (id: string) => {
      const item = { caseId, section: 'child-new', asked: 'What next?' };
      await api.give('coordinator', 'sittings/add-item', item, id);
      return (await get('coordinator', `/api/v1/sittings/${id}`)).json().items[0].id as string;
    };
    const reads = async () => [
      (await get('substitute', `/api/v1/child-cases/${caseId}`)).statusCode,
      (await get('member-health', `/api/v1/child-cases/${caseId}`)).statusCode,
    ];
    const east = await agendaOf(await panelOf('East', 'substitute'), '2026-12-03');
    const west = await agendaOf(await panelOf('West', 'member-health'), '2026-12-04');
    expect(await reads()).toEqual([404, 404]);
    const item = await add(east);
    expect(await reads()).toEqual([200, 404]);
    await api.give('coordinator', 'agenda-items/take-off-agenda', { reason: 'For the west' }, item);
    await add(west);
    // Whoever had it before them reads on for 28 days.
    expect(await reads()).toEqual([200, 200]);
  });
});

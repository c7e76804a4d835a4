import { addressMessages, openStore, remind, type Store, sendOutgoing } from '@mase/store';
import { openOwner } from '@mase/store/testing';
import { aLink, aLinkGrade, anAllocation, aReferral, aTriage } from '@mase/workflow/testing';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { weighNow } from '../testing/link-steps.js';
import { type TestApi, testApi } from '../testing/test-api.js';

let api: TestApi;
let worker: Store;
beforeAll(async () => {
  api = await testApi(inject('MASE_TEST_SERVER'), '2026-11-02T09:00:00.000Z');
  worker = await openStore(api.database.connections.worker, { clock: () => api.time.now, size: 3 });
});
afterAll(async () => {
  await worker?.close();
  await api?.close();
});

/** A child of whom a team has the case. */
async function aChild(teamId: 'north' | 'south'): Promise<string> {
  const { id } = await api.give('referrer', 'child-cases/record-referral', aReferral());
  await api.give('triage', 'child-cases/decide-triage', aTriage('risk-assessment', { teamId }), id);
  if (teamId === 'north') {
    const { worker: allocated } = api.founded.people as { worker: string };
    await api.give('manager', 'child-cases/allocate-worker', anAllocation(allocated), id);
  }
  return String((await api.view('triage', 'child-cases', id)).childId);
}

async function tell(): Promise<void> {
  await weighNow(api);
  while ((await remind(worker, api.store)) > 0);
  while ((await sendOutgoing(worker)) > 0);
  while ((await addressMessages(worker, { mails: false })) > 0);
}

interface Line {
  kind: string;
  name: string;
  recordId: string;
  clock: string | null;
  answer: { by: string | null } | null;
}
const knew = async (who: string, id: string) => {
  const answer = await api.ask(who, 'GET', `/api/v1/who-knew/${id}`);
  const { items = [], partial, cut } = answer.json() as { items?: Line[]; partial?: boolean; cut?: boolean };
  return { status: answer.statusCode, partial, cut, items };
};
const names = ({ items }: { items: Line[] }) => [...new Set(items.map(({ name }) => name))].sort();
const acknowledge = (who: string, id: string) =>
  api.give(who, 'links/acknowledge-link', { doing: 'known-already', words: 'Made up' }, id);

it('a manager learns which of those who work with the team’s child were told of a link and what they answered, and nothing of the police', async () => {
  const childId = await aChild('north');
  const { id } = await api.give('coordinator', 'links/record-link', aLink(childId));
  expect((await knew('manager', id)).status).toBe(404);
  await tell();
  await api.give('intelligence', 'links/grade-link', aLinkGrade('2027-06-01'), id);
  await tell();
  await api.give(
    'intelligence',
    'links/grade-link',
    aLinkGrade('2027-06-01', { grade: { source: '3', information: 'E', handling: 'P', conditions: [] } }),
    id,
  );
  await tell();
  const seen = await knew('manager', id);
  expect(seen).toMatchObject({ status: 200, partial: true });
  expect(new Set(seen.items.map(({ kind }) => kind))).toEqual(new Set(['link-told', 'link-less-certain']));
  expect(names(seen)).toContain('Wren Worker');
  // The desk graded it again after it told of it: that answers for those who read it whole, and says nothing here.
  expect(seen.items.filter(({ answer }) => answer)).toEqual([]);
  const whole = await knew('auditor', id);
  expect(whole).toMatchObject({ status: 200, partial: false });
  expect(whole.items.some(({ answer }) => answer)).toBe(true);
  await acknowledge('worker', id);
  const answered = (await knew('manager', id)).items.filter(({ answer }) => answer);
  expect(new Set(answered.map(({ answer }) => answer?.by))).toEqual(new Set(['Wren Worker']));
  for (const who of ['worker', 'coordinator'])
    expect([who, (await knew(who, id)).status]).toEqual([who, 403]);
  expect((await knew('manager-south', id)).status).toBe(404);
  const page = (await api.ask('manager', 'GET', `/api/v1/links/${id}`)).json();
  expect(page).toMatchObject({ mayAskWhoKnew: true, source: null });
  expect((await api.ask('worker', 'GET', `/api/v1/links/${id}`)).json()).toMatchObject({
    mayAskWhoKnew: false,
  });
});

it('of a link between children of two teams the manager of either learns of the own team alone, also from the child’s record', async () => {
  const [north, south] = [await aChild('north'), await aChild('south')];
  const link = aLink(north, { to: { kind: 'child', id: south }, kind: 'travels-with' });
  const { id } = await api.give('coordinator', 'links/record-link', link);
  await api.give('intelligence', 'links/grade-link', aLinkGrade('2027-06-01'), id);
  await tell();
  const everybody = names(await knew('auditor', id));
  const [own, other] = [names(await knew('manager', id)), names(await knew('manager-south', id))];
  expect(own).toContain('Wren Worker');
  expect(other).not.toContain('Wren Worker');
  expect(other.length).toBeGreaterThan(0);
  expect(own.filter((name) => other.includes(name))).toEqual([]);
  expect([...own, ...other].sort()).toEqual(everybody);
  await acknowledge('worker', id);
  expect((await knew('manager-south', id)).items.filter(({ answer }) => answer)).toEqual([]);
  const ofChild = (await knew('manager', north)).items.filter(({ recordId }) => recordId === id);
  expect([...new Set(ofChild.map(({ name }) => name))].sort()).toEqual(own);
});

it('once a link is handled with conditions its messages are gone from those who were told, and the supervisor sees who they were', async () => {
  const childId = await aChild('north');
  const { id } = await api.give('coordinator', 'links/record-link', aLink(childId));
  await api.give('intelligence', 'links/grade-link', aLinkGrade('2027-06-01'), id);
  await tell();
  const about = async (who: string) => {
    const { items } = (await api.ask(who, 'GET', '/api/v1/messages')).json() as {
      items: { kind: string; recordId: string }[];
    };
    return items.filter(({ recordId }) => recordId === id).map(({ kind }) => kind);
  };
  expect(await about('worker')).toEqual(['link-told']);
  const closed = {
    grade: { source: '1', information: 'B', handling: 'C', conditions: ['A1'] },
    told: undefined,
  };
  await api.give('intelligence', 'links/grade-link', aLinkGrade('2027-06-01', closed), id);
  await tell();
  expect([await about('worker'), await about('manager')]).toEqual([[], []]);
  expect([(await knew('manager', id)).status, (await knew('worker', id)).status]).toEqual([404, 404]);
  expect(await about('intelligence-supervisor')).toContain('link-kept-back');
  const supervisor = await knew('intelligence-supervisor', id);
  expect(supervisor).toMatchObject({ status: 200, partial: false });
  expect(names(supervisor)).toContain('Wren Worker');
  expect((await knew('intelligence', id)).status).toBe(403);
});

it('says where there may be more tellings than it tells', async () => {
  const childId = await aChild('north');
  await tell();
  const before = await knew('auditor', childId);
  expect(before.items.length).toBeGreaterThan(0);
  expect(before.cut).toBe(false);
  await openOwner(api.database.connections.owner, (owner) =>
    owner.query(
      `with one as (select m.* from message m join record r on r.id = m.record_id
         where r.id = $1 or r.parent_id = $1 limit 1),
       made as (insert into message select (jsonb_populate_record(null::public.message,
         to_jsonb(one) || jsonb_build_object('id', gen_random_uuid()))).* from one, generate_series(1, 2100) returning *)
       insert into delivery (partnership_id, message_id, user_id) select partnership_id, id, $2 from made`,
      [childId, api.founded.people.worker],
    ),
  );
  const all = await knew('auditor', childId);
  expect([all.items.length, all.cut]).toEqual([2000, true]);
}, 60_000);

import {
  aLink,
  aLinkGrade,
  aListing,
  anAction,
  anAllocation,
  anAssessment,
  aQuorum,
  aReferral,
  aTriage,
  broughtForward,
} from '@mase/workflow/testing';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { addItem, openSitting } from '../packs/testing/little-sitting.js';
import { weighNow } from '../testing/link-steps.js';
import { type TestApi, testApi } from '../testing/test-api.js';

let api: TestApi;
let ids: { [kind: string]: string };
beforeAll(async () => {
  api = await testApi(inject('MASE_TEST_SERVER'));
  ids = await oneOfEach();
});
afterAll(() => api.close());

/** A case with an action of each part, on the agenda of a sitting. */
async function oneOfEach(): Promise<{ [kind: string]: string }> {
  const { people } = api.founded;
  const child = { firstName: 'Pip', lastName: 'Example', birthDate: '2011-02-03' };
  const { id } = await api.give('referrer', 'child-cases/record-referral', aReferral({ child }));
  await api.give('triage', 'child-cases/decide-triage', aTriage('risk-assessment', { teamId: 'north' }), id);
  await api.give('manager', 'child-cases/allocate-worker', anAllocation(people.worker as string), id);
  const { entry } = await api.give('worker', 'child-cases/assess-risk', anAssessment('medium'), id);
  await api.give('manager', 'child-cases/confirm-grade', { assessmentId: entry, grade: 'medium' }, id);
  const owner = people.worker as string;
  const safety = await api.give('worker', 'plan-actions/add-action', anAction(id, owner));
  const disruption = await api.give(
    'worker',
    'plan-actions/add-action',
    anAction(id, owner, { part: 'disruption', kind: 'disruption' }),
  );
  await api.give('manager', 'child-cases/list-for-panel', aListing(), id);
  const sitting = await openSitting(api, '2026-01-22T10:00:00.000Z', '2026-01-22T12:00:00.000Z');
  const item = await addItem(api, sitting, id);
  return { case: id, safety: safety.id, disruption: disruption.id, sitting, item };
}

/** How the history of a record answers to somebody. */
const statusFor = async (who: string, kind: string) =>
  (await api.ask(who, 'GET', `/api/v1/history/${ids[kind]}`)).statusCode;

describe('the history of a record', () => {
  it.each(['case', 'safety', 'disruption', 'sitting', 'item'])(
    'of a %s is read by the auditor and the senior manager',
    async (kind) => {
      expect([await statusFor('auditor', kind), await statusFor('senior', kind)]).toEqual([200, 200]);
    },
  );

  it.each(['case', 'safety', 'sitting', 'item'])(
    'of a %s is read by information governance',
    async (kind) => {
      expect(await statusFor('governance', kind)).toBe(200);
    },
  );

  it('of a disruption action is hidden from information governance, which may not read that part', async () => {
    expect(await statusFor('governance', 'disruption')).toBe(404);
    const plan = await api.view('governance', 'child-cases', ids.case as string);
    expect(JSON.stringify(plan)).not.toContain(ids.disruption);
  });

  it.each(['safety', 'sitting', 'item'])('of a %s is not for a member of the panel', async (kind) => {
    expect(await statusFor('member-police', kind)).not.toBe(200);
  });

  /** Who gave which commands, by the history of a record as the auditor reads it, oldest first. */
  const toldOf = async (id: string): Promise<string[]> => {
    const { items, names } = (await api.ask('auditor', 'GET', `/api/v1/history/${id}`)).json();
    const lines = items as { command: string; actorId: string }[];
    return lines.reverse().map(({ command, actorId }) => `${command} by ${names[actorId] ?? 'itself'}`);
  };
  const nameOf = async (who: string): Promise<string> =>
    (await api.ask(who, 'GET', '/api/v1/me')).json().name;

  it('says who noted what on an item and who was there, though the number that others type on did not move', async () => {
    const { sitting = '', item = '' } = ids;
    const before = await api.versionOf(sitting);
    await api.give('coordinator', 'sittings/issue-papers', { recipients: [] }, sitting);
    await api.give('coordinator', 'sittings/record-attendance', aQuorum(), sitting);
    expect(await api.versionOf(sitting)).toBe(before + 1);
    await api.give('chair', 'sittings/start-sitting', broughtForward, sitting);
    await api.give('chair', 'agenda-items/open-item', {}, item);
    await api.give('chair', 'agenda-items/record-note', { text: 'What the school said (made up)' }, item);
    expect(await toldOf(sitting)).toContain(`sittings/record-attendance by ${await nameOf('coordinator')}`);
    expect(await toldOf(item)).toContain(`agenda-items/record-note by ${await nameOf('chair')}`);
  });

  it('says who acknowledged a link, and nothing of what is counted by itself: that may be so by a case that few know of', async () => {
    const { childId } = await api.view('manager', 'child-cases', ids.case as string);
    const { id } = await api.give('worker', 'links/record-link', aLink(childId as string));
    await api.give('intelligence', 'links/grade-link', aLinkGrade('2027-02-01'), id);
    await weighNow(api);
    await api.give('worker', 'links/acknowledge-link', { doing: 'known-already', words: 'Made up' }, id);
    const [worker, desk] = [await nameOf('worker'), await nameOf('intelligence')];
    expect(await toldOf(id)).toEqual([
      `links/record-link by ${worker}`,
      `links/grade-link by ${desk}`,
      `links/acknowledge-link by ${worker}`,
    ]);
  });
});

import { addressMessages, openStore, remind, type Store, sendOutgoing } from '@mase/store';
import {
  aContact,
  aLink,
  aLinkGrade,
  anAction,
  anAllocation,
  anAssessment,
  aReferral,
  aTriage,
} from '@mase/workflow/testing';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
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

/** A child's case that Wren Worker has. */
async function aCase(): Promise<string> {
  const { id } = await api.give('referrer', 'child-cases/record-referral', aReferral());
  const triage = aTriage('risk-assessment', { teamId: 'north' });
  await api.give('triage', 'child-cases/decide-triage', triage, id);
  const { worker: allocated } = api.founded.people as { worker: string };
  await api.give('manager', 'child-cases/allocate-worker', anAllocation(allocated), id);
  return id;
}

/** Tells what waits to be told, as the worker of the installation does. */
async function tell(): Promise<void> {
  while ((await remind(worker, api.store)) > 0);
  while ((await sendOutgoing(worker)) > 0);
  while ((await addressMessages(worker, { mails: false })) > 0);
}

interface Line {
  kind: string;
  clock: string | null;
  name: string;
  asks: boolean;
  answer: { command: string; by: string | null; own: boolean; ended: string | null } | null;
  didAfterAt: string | null;
}
const lines = async (id: string) =>
  ((await api.ask('auditor', 'GET', `/api/v1/who-knew/${id}`)).json() as { items: Line[] }).items;
const line = async (id: string, isIt: (one: Line) => boolean) => (await lines(id)).find(isIt);

describe('acted on, of a date that is due', () => {
  const reminded = (id: string) =>
    line(id, ({ clock, name }) => clock === 'First risk assessment' && name === 'Wren Worker');

  it('is the command that ended it, and nothing else that whoever was told did on the record meanwhile', async () => {
    const id = await aCase();
    api.time.now = '2026-11-16T08:00:00.000Z';
    await tell();
    expect(await reminded(id)).toMatchObject({
      ...{ kind: 'reminder-due-soon', asks: true },
      ...{ answer: null, didAfterAt: null },
    });
    await api.give('worker', 'child-cases/record-contact', aContact({ kind: 'visit' }), id);
    const called = await reminded(id);
    expect(called).toMatchObject({ answer: null, didAfterAt: expect.any(String) });
    await api.give('worker', 'child-cases/assess-risk', anAssessment('medium'), id);
    expect(await reminded(id)).toMatchObject({
      answer: { command: 'child-cases/assess-risk', by: 'Wren Worker', own: true, ended: 'met' },
      didAfterAt: called?.didAfterAt,
    });
  });

  it('is the command that put it off, and says that somebody else gave it', async () => {
    api.time.now = '2026-11-23T09:00:00.000Z';
    const id = await aCase();
    api.time.now = '2026-12-07T08:00:00.000Z';
    await tell();
    const later = {
      rule: 'first-assessment',
      to: '2026-12-09',
      reason: 'The child is in hospital (made up)',
    };
    await api.give('manager', 'child-cases/extend-clock', later, id);
    expect(await reminded(id)).toMatchObject({
      answer: { command: 'child-cases/extend-clock', own: false, ended: 'extended' },
      didAfterAt: null,
    });
  });
});

describe('acted on, of what asks for an answer', () => {
  it('is the answer of whoever was told, not what he or she did besides; of what merely tells there is none', async () => {
    const id = await aCase();
    await api.give('worker', 'child-cases/raise-immediate-danger', { what: 'Seen (made up)' }, id);
    await tell();
    const alarm = async (who: RegExp) =>
      line(id, ({ kind, name }) => kind === 'danger-alert' && who.test(name));
    const duty = /Duty/;
    expect(await alarm(duty)).toMatchObject({ asks: true, answer: null, didAfterAt: null });
    const safety = { who: 'Made up', what: 'Gone to see (made up)', when: api.time.now };
    await api.give('duty', 'child-cases/record-safety-action', safety, id);
    expect(await alarm(duty)).toMatchObject({ answer: null, didAfterAt: expect.any(String) });
    await api.give('duty', 'child-cases/acknowledge-danger', { doing: 'Gone to see' }, id);
    expect(await alarm(duty)).toMatchObject({
      answer: { command: 'child-cases/acknowledge-danger', own: true, ended: null },
    });
    const others = (await lines(id)).filter(({ kind, name }) => kind === 'danger-alert' && !duty.test(name));
    for (const one of others)
      expect([one.name, one.answer?.own, one.didAfterAt]).toEqual([one.name, false, null]);
    expect(others.length).toBeGreaterThan(0);
    const told = await line(id, ({ kind }) => kind === 'worker-allocated');
    expect(told).toMatchObject({ asks: false, answer: null, didAfterAt: expect.any(String) });
  });

  it('is that an action was accepted, by whoever was given it', async () => {
    const id = await aCase();
    const { 'member-health': nurse } = api.founded.people as { 'member-health': string };
    const given = await api.give('worker', 'plan-actions/add-action', anAction(id, nurse));
    await tell();
    const action = () => line(id, ({ kind }) => kind === 'action-given');
    expect(await action()).toMatchObject({ asks: true, answer: null });
    await api.give('member-health', 'plan-actions/accept-action', {}, given.id);
    expect(await action()).toMatchObject({ answer: { command: 'plan-actions/accept-action', own: true } });
  });
});

describe('acted on, of an alert of a link', () => {
  it('is that whoever works with the child acknowledged it, of the link and of its withdrawal', async () => {
    const { childId } = await api.view('manager', 'child-cases', await aCase());
    const { id } = await api.give('coordinator', 'links/record-link', aLink(childId));
    await api.give('intelligence', 'links/grade-link', aLinkGrade('2027-06-01'), id);
    await tell();
    const alert = (of: string, who: string) => line(id, ({ kind, name }) => kind === of && name === who);
    const own = (command: string) => ({ answer: { command: `links/${command}`, own: true } });
    expect(await alert('link-told', 'Wren Worker')).toMatchObject({ asks: true, answer: null });
    await api.give('worker', 'links/acknowledge-link', { doing: 'known-already', words: 'Made up' }, id);
    expect(await alert('link-told', 'Wren Worker')).toMatchObject(own('acknowledge-link'));
    const manager = await line(id, ({ kind, name }) => kind === 'link-told' && name !== 'Wren Worker');
    expect(manager).toMatchObject({ answer: { by: 'Wren Worker', own: false }, didAfterAt: null });
    await api.give('intelligence', 'links/withdraw-link', { reason: 'Another number (made up)' }, id);
    await tell();
    expect(await alert('link-withdrawn', 'Wren Worker')).toMatchObject({ answer: null });
    const { items } = (await api.ask('worker', 'GET', '/api/v1/messages')).json();
    expect((items as { kind: string }[]).map(({ kind }) => kind)).toContain('link-withdrawn');
    const seen = (await api.ask('worker', 'GET', `/api/v1/links/${id}`)).json();
    expect(seen).toMatchObject({ state: 'withdrawn', toldWords: null, written: [] });
    await api.give('worker', 'links/acknowledge-link', { doing: 'action-made', words: 'Made up' }, id);
    expect(await alert('link-withdrawn', 'Wren Worker')).toMatchObject(own('acknowledge-link'));
  });
});

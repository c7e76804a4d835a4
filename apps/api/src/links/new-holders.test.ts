import { openOwner } from '@mase/store/testing';
import {
  aLink,
  aLinkGrade,
  aNomination,
  anAcceptedCase,
  anAllocation,
  aReferral,
  aTriage,
} from '@mase/workflow/testing';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { weighNow } from '../testing/link-steps.js';
import { type TestApi, testApi } from '../testing/test-api.js';

let api: TestApi;
let person: string;
beforeAll(async () => {
  api = await testApi(inject('MASE_TEST_SERVER'), '2026-11-02T09:00:00.000Z');
  const { id } = await api.give('intelligence', 'person-cases/nominate', aNomination());
  person = String((await api.view('intelligence', 'person-cases', id)).aboutId);
  await api.give('intelligence', 'person-cases/start-screening', {}, id);
  await api.give('intelligence', 'person-cases/accept-nomination', anAcceptedCase(), id);
});
afterAll(() => api.close());

/** A child of whom a return told, linked with the person of concern in words for whoever holds the child. */
async function aLinkedChild(firstName: string): Promise<{ childId: string; link: string }> {
  const told = { firstName, lastName: 'Made-up', from: 'return' };
  const { id: childId } = await api.give('coordinator', 'children/record-child', told);
  const to = { kind: 'person', id: person };
  const { id: link } = await api.give(
    'intelligence',
    'links/record-link',
    aLink(childId, { kind: 'spends-time-with', to }),
  );
  await api.give('intelligence', 'links/grade-link', aLinkGrade('2027-01-15'), link);
  await weighNow(api);
  return { childId, link };
}

/** A case with the worker of the north team; of a child on the books, or of a new one. */
async function aCase(childId?: string): Promise<{ id: string; childId: string }> {
  const referral = aReferral((childId ? { childId, child: undefined } : {}) as object);
  const { id } = await api.give('triage', 'child-cases/record-referral', referral);
  await api.give('triage', 'child-cases/decide-triage', aTriage('risk-assessment', { teamId: 'north' }), id);
  const { worker } = api.founded.people;
  await api.give('manager', 'child-cases/allocate-worker', anAllocation(worker as string), id);
  return { id, childId: String((await api.view('worker', 'child-cases', id)).childId) };
}

async function join(kept: string, childId: string): Promise<void> {
  await api.give('coordinator', 'children/merge-children', { childId, reasons: 'One school' }, kept);
  await api.give('triage', 'children/decide-merge', { decision: 'approve', childId }, kept);
}

/** How often the worker was told by a link that a child is linked with a person of concern. */
const alerted = (link: string) =>
  openOwner(api.database.connections.owner, async (client) => {
    const text = `select count(*)::integer as sent from outbox where kind = 'linked-person-of-concern' and principal = $1 and record_id = $2`;
    const values = [`user:${api.founded.people.worker}`, link];
    return (await client.query<{ sent: number }>(text, values)).rows[0]?.sent ?? 0;
  });
const reads = async (link: string) =>
  (await api.ask('worker', 'GET', `/api/v1/links/${link}`)).statusCode === 200;

describe('a worker who begins to hold a child linked with a person of concern is told of it, once, and reads it', () => {
  it('by a first case of the child', async () => {
    const { childId, link } = await aLinkedChild('Robin');
    await aCase(childId);
    await weighNow(api);
    expect([await alerted(link), await reads(link)]).toEqual([1, true]);
    await weighNow(api);
    expect(await alerted(link)).toBe(1);
  });

  it('by the child’s record being joined into one that the worker holds', async () => {
    const { childId, link } = await aLinkedChild('Sam');
    const kept = await aCase();
    await join(kept.childId, childId);
    await weighNow(api);
    expect([await alerted(link), await reads(link)]).toEqual([1, true]);
  });

  it('by a record that the worker holds being joined into the child’s', async () => {
    const { childId, link } = await aLinkedChild('Charlie');
    const brought = await aCase();
    await join(childId, brought.childId);
    await weighNow(api);
    expect([await alerted(link), await reads(link)]).toEqual([1, true]);
  });
});

it('whose case was another child’s all along holds the wrong child no longer, and reads of no link of that child', async () => {
  const { childId: wrong, link } = await aLinkedChild('Alex');
  const { id: caseId } = await aCase(wrong);
  await weighNow(api);
  expect(await reads(link)).toBe(true);
  const { childId } = await aLinkedChild('Jordan');
  await api.give('triage', 'children/move-case', { caseId, childId, reason: 'Two sisters' }, wrong);
  await weighNow(api);
  expect(await reads(link)).toBe(false);
});

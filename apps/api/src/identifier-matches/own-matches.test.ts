import { aLink, aLinkGrade, aNomination, anAcceptedCase, aReferral } from '@mase/workflow/testing';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { matchNow } from '../testing/intelligence-steps.js';
import { type TestApi, testApi } from '../testing/test-api.js';

const phone = { kind: 'phone', text: '07700 900555' };
let api: TestApi;
let childId: string;
const ask = async (who: string, url: string) => (await api.ask(who, 'GET', `/api/v1/${url}`)).json();
const matches = async (who: string) => (await ask(who, 'identifier-matches')).items as object[];

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
async function aPerson(text: string, isTakenOn: boolean): Promise<string> {
  const { id } = await api.give(
    'police-desk',
    'person-cases/nominate',
    aNomination({
      person: {
        name: `Made-up Person ${text}`,
        birthDate: '1990-02-28',
        identifiers: [{ kind: 'phone', text }],
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

import { recordVerification } from '@mase/store';
import { aReferral, aTriage } from '@mase/workflow/testing';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { type TestApi, testApi } from '../testing/test-api.js';

let api: TestApi;
beforeAll(async () => {
  api = await testApi(inject('MASE_TEST_SERVER'));
});
afterAll(() => api.close());

const seen = (who: string) => api.ask(who, 'GET', '/api/v1/verifications');
const result = { withCheckpoints: true, sealed: 12, records: 3, entries: 9, audits: 4, faults: 0 };

describe('what verifications of the history found', () => {
  it('is nothing before the first', async () => {
    expect((await seen('auditor')).json()).toEqual({ sealed: null, items: [] });
  });

  it('is shown to those who oversee, the newest first', async () => {
    await recordVerification(api.database.connections.owner, result);
    await recordVerification(api.database.connections.owner, { ...result, faults: 2 });
    for (const who of ['auditor', 'governance', 'caldicott'])
      expect((await seen(who)).json().items).toMatchObject([{ faults: 2 }, result]);
  });

  it('tells where the first faults are, each partnership of its own records alone, and of which record to those who read it', async () => {
    const { partnershipId } = api.founded;
    const own = (await api.give('referrer', 'child-cases/record-referral', aReferral())).id;
    const other = '0198c1d0-0000-7000-8000-0000000000ff';
    const unknown = (await api.give('referrer', 'child-cases/record-referral', aReferral())).id;
    await api.give(
      'triage',
      'child-cases/decide-triage',
      aTriage('risk-assessment', { teamId: 'north' }),
      unknown,
    );
    const reason = 'Somebody of the team knows the family (made up)';
    const readers = [api.founded.people.senior];
    await api.give('manager', 'child-cases/restrict', { reason, readers }, unknown);
    const place = (partnership: string | null, record: string | null, words: string) => ({
      ...{ partnership, record, words },
    });
    await recordVerification(api.database.connections.owner, { ...result, faults: 25 }, [
      place(partnershipId, own, 'Version 1 is not as it was sealed.'),
      place(other, other, 'Version 2 is not as it was sealed.'),
      place(null, null, 'The file ends early.'),
      place(partnershipId, unknown, 'Version 3 is not as it was sealed.'),
      ...Array.from({ length: 22 }, (_, index) => place(partnershipId, null, `The audit line ${index}.`)),
    ]);
    const [newest] = (await seen('auditor')).json().items;
    expect(newest.faults).toBe(25);
    expect(newest.places).toHaveLength(20);
    expect(newest.places.slice(0, 3)).toEqual([
      { record: own, words: 'Version 1 is not as it was sealed.', opens: true },
      { record: null, words: 'The file ends early.', opens: false },
      { record: null, words: 'One record that you do not read.', opens: false },
    ]);
    const [named] = (await seen('senior')).json().items;
    expect(named.places).toContainEqual({
      ...{ record: unknown, words: 'Version 3 is not as it was sealed.', opens: true },
    });
    const [caldicott] = (await seen('caldicott')).json().items;
    expect(caldicott.places.slice(0, 1)).toMatchObject([{ record: own }]);
    for (const id of [other, unknown]) expect(JSON.stringify(newest)).not.toContain(id);
  });

  it('is refused to a worker and to the chair, in words', async () => {
    for (const who of ['worker', 'chair']) {
      const answer = await seen(who);
      expect(answer.statusCode).toBe(403);
      expect(answer.json().detail).toContain('an auditor');
    }
  });
});

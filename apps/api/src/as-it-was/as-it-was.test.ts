import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeSealingKey, Sealer } from '@mase/store';
import { anAllocation, anAssessment, aReferral, aTriage } from '@mase/workflow/testing';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { type TestApi, testApi } from '../testing/test-api.js';

const folder = mkdtempSync(join(tmpdir(), 'mase-was-'));
let api: TestApi;
let id: string;
/** Instants by what had just been sealed. */
const sealedAfter: { [what: string]: string } = {};

/** The sealer looks, an hour passes, and nothing is accepted in it. */
async function seal(what: string): Promise<void> {
  const sealer = new Sealer({ url: api.database.connections.sealer, folder, clock: () => api.time.now });
  await sealer.look();
  await sealer.stop();
  sealedAfter[what] = new Date(Date.parse(api.time.now) + 60_000).toISOString();
  api.time.now = new Date(Date.parse(api.time.now) + 3_600_000).toISOString();
}

beforeAll(async () => {
  api = await testApi(inject('MASE_TEST_SERVER'), '2026-11-02T09:00:00.000Z');
  makeSealingKey(folder);
  await seal('nothing');
  const child = { firstName: 'Pip', lastName: 'Example', birthDate: '2011-02-03' };
  ({ id } = await api.give('referrer', 'child-cases/record-referral', aReferral({ child })));
  await seal('referral');
  await api.give('triage', 'child-cases/decide-triage', aTriage('risk-assessment', { teamId: 'north' }), id);
  await api.give(
    'manager',
    'child-cases/allocate-worker',
    anAllocation(api.founded.people.worker as string),
    id,
  );
  await seal('allocation');
  const { entry } = await api.give('worker', 'child-cases/assess-risk', anAssessment('medium'), id);
  await api.give('manager', 'child-cases/confirm-grade', { assessmentId: entry, grade: 'medium' }, id);
  await seal('grade');
});
afterAll(async () => {
  await api.close();
  rmSync(folder, { recursive: true, force: true });
});

interface Was {
  sealed: { size: number } | null;
  was: {
    state: string | Record<string, string>;
    grade: string | null;
    ownerName: string | null;
    clocks: { label: string; overdue: boolean }[];
  } | null;
  written: { kind: string; wrong: boolean }[];
}
const at = async (instant: string, who = 'auditor') =>
  (await api.ask(who, 'GET', `/api/v1/as-it-was/${id}?asOf=${instant}`)).json() as Was;
const after = (what: string) => at(sealedAfter[what] as string);

describe('a case as it was', () => {
  it('is on no books before it was recorded, and says so', async () => {
    expect(await at('2020-01-01T00:00:00Z')).toMatchObject({ sealed: null, was: null, written: [] });
    expect(await after('nothing')).toMatchObject({ sealed: { size: expect.any(Number) }, was: null });
  });

  it('is shown with the state, grade, owner, clocks and entries of then, not of now', async () => {
    const referred = await after('referral');
    expect(referred.was).toMatchObject({ grade: null, ownerName: null });
    expect(referred.was?.clocks.map(({ label }) => label)).toContain('Triage decision');
    expect(referred.written.map(({ kind }) => kind)).toContain('referral');
    expect(referred.written.map(({ kind }) => kind)).not.toContain('assessment');
    const allocated = await after('allocation');
    expect(allocated.was).toMatchObject({ grade: null, ownerName: expect.any(String) });
    const graded = await after('grade');
    expect(graded.was).toMatchObject({ grade: 'medium' });
    expect(graded.written.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['assessment', 'grade']));
    expect(referred.was?.state).toMatchObject({ work: 'awaitingTriage' });
    expect(graded.was?.state).not.toEqual(referred.was?.state);
  });

  it('of an instant between two seals is that of the seal before', async () => {
    const [one, next] = [
      Date.parse(sealedAfter.referral as string),
      Date.parse(sealedAfter.allocation as string),
    ];
    const between = await at(new Date((one + next) / 2).toISOString());
    expect(between).toMatchObject({ was: (await after('referral')).was });
  });

  it('is for those who read its whole history now, and each look is in the audit with the child', async () => {
    const status = async (who: string) =>
      (await api.ask(who, 'GET', `/api/v1/as-it-was/${id}?asOf=${sealedAfter.grade}`)).statusCode;
    expect([await status('auditor'), await status('senior'), await status('worker')]).toEqual([
      200, 200, 200,
    ]);
    expect(await status('referrer')).toBe(403);
    expect(await status('charity-worker')).toBe(404);
    expect((await api.ask('auditor', 'GET', `/api/v1/as-it-was/${id}?asOf=yesterday`)).statusCode).toBe(400);
  });

  it('stands in the list of that day, and in none before', async () => {
    const list = async (what: string, more = '') =>
      (
        await api.ask('auditor', 'GET', `/api/v1/as-it-was?kind=childCase&asOf=${sealedAfter[what]}${more}`)
      ).json() as { items: { id: string; grade: string | null }[] };
    expect((await list('nothing')).items).toEqual([]);
    expect((await list('referral')).items).toMatchObject([{ id, grade: null }]);
    expect((await list('grade', '&only=open')).items).toMatchObject([{ id, grade: 'medium' }]);
    expect((await list('grade', '&only=overdue')).items).toEqual([]);
    const partner = await api.ask(
      'referrer',
      'GET',
      `/api/v1/as-it-was?kind=childCase&asOf=${sealedAfter.grade}`,
    );
    expect(partner.json()).toMatchObject({ items: [] });
  });

  it('tells which clocks were overdue on a day, though they were met since', async () => {
    const child = { firstName: 'Lil', lastName: 'Example', birthDate: '2011-02-04' };
    const late = await api.give('referrer', 'child-cases/record-referral', aReferral({ child }));
    api.time.now = '2026-11-10T09:00:00.000Z';
    await seal('late');
    await api.give(
      'triage',
      'child-cases/decide-triage',
      aTriage('risk-assessment', { teamId: 'north' }),
      late.id,
    );
    api.time.now = '2026-11-10T15:00:00.000Z';
    await seal('decided');
    const overdue = async (what: string) => {
      const address = `/api/v1/as-it-was?kind=childCase&only=overdue&asOf=${sealedAfter[what]}`;
      const { items } = (await api.ask('auditor', 'GET', address)).json() as {
        items: { id: string; clocks: { rule: string; overdue: boolean; why: string[] }[] }[];
      };
      const found = items.find((one) => one.id === late.id);
      return (found?.clocks ?? []).filter((one) => one.overdue).map(({ rule }) => rule);
    };
    expect(await overdue('late')).toContain('triage-decision');
    expect(await overdue('decided')).not.toContain('triage-decision');
  });

  it('tells in one list what was overdue on records of every kind; of every kind at once nothing else is asked', async () => {
    const caseId = id;
    const part = { part: 'safety', kind: 'family', what: 'A named nurse', due: '2026-11-12' };
    const ownerId = api.founded.people.worker as string;
    const action = await api.give('worker', 'plan-actions/add-action', { caseId, ...part, ownerId });
    api.time.now = '2026-11-20T09:00:00.000Z';
    await seal('overdue action');
    const asked = `asOf=${sealedAfter['overdue action']}`;
    const of = async (more: string) => {
      const answer = await api.ask('auditor', 'GET', `/api/v1/as-it-was?${asked}${more}`);
      expect(answer.statusCode, answer.body).toBe(200);
      return (answer.json() as { items: { id: string; kind: string }[] }).items;
    };
    const every = await of('&only=overdue');
    expect(every.map((one) => one.id)).toEqual(expect.arrayContaining([id, action.id]));
    const split = await Promise.all(
      [...new Set(every.map(({ kind }) => kind))].map((kind) => of(`&only=overdue&kind=${kind}`)),
    );
    expect(
      split
        .flat()
        .map((one) => one.id)
        .sort(),
    ).toEqual(every.map((one) => one.id).sort());
    for (const more of ['', '&only=open']) {
      const refused = await api.ask('auditor', 'GET', `/api/v1/as-it-was?${asked}${more}`);
      expect([refused.statusCode, refused.json().errors?.[0]?.pointer]).toEqual([400, '/kind']);
    }
  });

  it('tells who was missing on a night: whoever was absent then, and nobody who had been found or came to be missing since', async () => {
    const child = { firstName: 'Kit', lastName: 'Example', birthDate: '2011-02-05', from: 'A made-up carer' };
    const { id: childId } = await api.give('coordinator', 'children/record-child', child);
    const from = 'A made-up carer';
    const absent = async (start: string, end?: string) => {
      const absence = { childId, kind: 'missing', from, start, ...(end ? { end } : {}) };
      return (await api.give('coordinator', 'missing-episodes/record-episode', absence)).id;
    };
    const over = await absent('2026-10-01', '2026-10-02');
    const lasting = await absent('2026-11-19');
    await seal('one missing');
    await api.give('coordinator', 'missing-episodes/record-return', { end: '2026-11-20', from }, lasting);
    await seal('nobody missing');
    const missing = async (what: string, more = '') => {
      const address = `/api/v1/as-it-was?kind=missingEpisode&asOf=${sealedAfter[what]}${more}`;
      const { items } = (await api.ask('auditor', 'GET', address)).json() as { items: { id: string }[] };
      return items.map((one) => one.id);
    };
    expect(await missing('one missing', '&only=open')).toEqual([lasting]);
    expect(await missing('nobody missing', '&only=open')).toEqual([]);
    expect((await missing('one missing')).sort()).toEqual([over, lasting].sort());
  });
});

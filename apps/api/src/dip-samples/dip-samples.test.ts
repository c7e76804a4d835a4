import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeSealingKey, Sealer } from '@mase/store';
import { anAllocation, aReferral, aTriage } from '@mase/workflow/testing';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { type TestApi, testApi } from '../testing/test-api.js';

const folder = mkdtempSync(join(tmpdir(), 'mase-sample-'));
let api: TestApi;
const cases: string[] = [];

async function refer(lastName: string): Promise<string> {
  const child = { firstName: 'Pip', lastName, birthDate: '2011-02-03' };
  const { id } = await api.give('referrer', 'child-cases/record-referral', aReferral({ child }));
  await api.give('triage', 'child-cases/decide-triage', aTriage('risk-assessment', { teamId: 'north' }), id);
  await api.give(
    'manager',
    'child-cases/allocate-worker',
    anAllocation(api.founded.people.worker as string),
    id,
  );
  return id;
}

async function seal(): Promise<void> {
  const sealer = new Sealer({ url: api.database.connections.sealer, folder, clock: () => api.time.now });
  await sealer.look();
  await sealer.stop();
  api.time.now = new Date(Date.parse(api.time.now) + 3_600_000).toISOString();
}

const asked = (over: object = {}) => ({
  ...{ title: 'Autumn (made up)', purpose: 'Quarterly audit (made up)', basis: 'received' },
  ...{ from: '2026-11-01', to: '2026-11-02', size: 4, seed: 42, ...over },
});
interface Sample {
  population: { size: number; digest: string };
  sealed: { entries: number } | null;
  seed: number;
  size: number;
  cases: { caseId: string; name: string; audits: { id: string }[] }[];
}
const open = async (id: string, who = 'auditor') =>
  (await api.ask(who, 'GET', `/api/v1/dip-samples/${id}`)).json() as Sample;
const draw = async (over: object = {}, who = 'auditor') =>
  open((await api.give(who, 'dip-samples/draw-sample', asked(over))).id);
const again = async (id: string) =>
  (await api.ask('auditor', 'GET', `/api/v1/dip-samples/${id}/again`)).json().result as string;
const ids = ({ cases: drawn }: Sample) => drawn.map(({ caseId }) => caseId);

beforeAll(async () => {
  api = await testApi(inject('MASE_TEST_SERVER'), '2026-11-02T09:00:00.000Z');
  makeSealingKey(folder);
  for (let place = 0; place < 9; place += 1) cases.push(await refer(`Example-${place}`));
});
afterAll(async () => {
  await api.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('a dip sample', () => {
  it('that was drawn before anything was sealed says that it cannot be drawn again', async () => {
    const { id } = await api.give('auditor', 'dip-samples/draw-sample', asked());
    expect(await open(id)).toMatchObject({ sealed: null, size: 4, population: { size: 9 } });
    expect(await again(id)).toBe('not-sealed');
    await seal();
  });

  it('holds the same cases by the same seed at the same seal, whoever draws it, and others by another seed', async () => {
    const [one, two] = [await draw(), await draw({}, 'senior')];
    expect(ids(one)).toEqual(ids(two));
    expect(one.population).toEqual(two.population);
    expect(ids(one).every((id) => cases.includes(id))).toBe(true);
    const seeds = await Promise.all([1, 2, 3].map(async (seed) => ids(await draw({ seed })).join()));
    expect(new Set([...seeds, ids(one).join()]).size).toBeGreaterThan(2);
  });

  it('comes out the same when it is drawn again after the books went on', async () => {
    const { id } = await api.give('auditor', 'dip-samples/draw-sample', asked());
    const before = await open(id);
    await refer('Later');
    await seal();
    expect(await again(id)).toBe('same');
    const later = await draw();
    expect(before.population.size).toBe(9);
    expect(later.population.size).toBe(10);
  });

  it('keeps a seed that was left to chance', async () => {
    const { id } = await api.give('auditor', 'dip-samples/draw-sample', asked({ seed: undefined }));
    expect((await open(id)).seed).toBeGreaterThanOrEqual(0);
    expect(await again(id)).toBe('same');
  });

  it.each([
    ['a team', { teamId: 'north' }, 10],
    ['no grade yet', { grade: 'not-graded' }, 10],
    ['open on the last day', { basis: 'open-on-last-day' }, 10],
  ])('is drawn from those of %s', async (_what, over, size) => {
    expect((await draw(over)).population.size).toBe(size);
  });

  it.each([
    ['another team', { teamId: 'south' }, '/basis nobody'],
    ['a grade that nobody has', { grade: 'high' }, '/basis nobody'],
    ['a kind of harm that is recorded of nobody', { concern: 'criminal' }, '/basis nobody'],
    ['those closed in these days', { basis: 'closed' }, '/basis nobody'],
    ['days that lie ahead', { to: '2027-11-02' }, '/to future'],
    ['days the wrong way round', { to: '2026-10-02' }, '/to period'],
  ])('of %s is refused with the reason', async (_what, over, fault) => {
    const { statusCode, body } = await api.ask(
      'auditor',
      'POST',
      '/api/v1/dip-samples/draw-sample',
      asked(over),
      {
        'idempotency-key': `sample-${fault}-${JSON.stringify(over)}`.replaceAll(' ', '-').slice(0, 100),
      },
    );
    expect(statusCode, body).toBe(409);
    const [{ pointer, code }] = JSON.parse(body).errors;
    expect(`${pointer} ${code}`).toBe(fault);
  });

  it('takes no cases from whoever draws it, and is drawn by nobody else', async () => {
    const send = (who: string, over: object) =>
      api.ask(who, 'POST', '/api/v1/dip-samples/draw-sample', asked(over), {
        'idempotency-key': `sample-${who}-${Object.keys(over)}`,
      });
    expect((await send('auditor', { caseIds: cases.slice(0, 1) })).statusCode).toBe(400);
    expect((await send('manager', {})).statusCode).toBe(403);
    expect((await send('governance', {})).statusCode).toBe(403);
  });

  it('gives its cases out for audit, and no other case', async () => {
    const { id } = await api.give('auditor', 'dip-samples/draw-sample', asked());
    const drawn = ids(await open(id));
    const commission = (caseId: string | undefined) => ({
      ...{ caseId, auditorId: api.founded.people['manager-south'], due: '2026-11-20' },
      ...{ reason: 'Drawn (made up)', sampleId: id },
    });
    const audit = await api.give('auditor', 'case-audits/commission-audit', commission(drawn[0]));
    expect((await open(id)).cases[0]?.audits).toMatchObject([{ id: audit.id, state: 'distributed' }]);
    const other = cases.find((one) => !drawn.includes(one));
    const refused = await api.ask(
      'auditor',
      'POST',
      '/api/v1/case-audits/commission-audit',
      commission(other),
      {
        'idempotency-key': 'not-drawn-1',
      },
    );
    expect(refused.json().errors).toMatchObject([{ pointer: '/sampleId', code: 'notDrawn' }]);
  });

  it('shows a case that is restricted since to nobody who may not see it, and draws no restricted case', async () => {
    const { id } = await api.give('auditor', 'dip-samples/draw-sample', asked({ size: 40 }));
    const shut = cases[0] as string;
    const readers = [api.founded.people.chair];
    await api.give('manager', 'child-cases/restrict', { reason: 'A made-up risk', readers }, shut);
    expect(ids(await open(id))).not.toContain(shut);
    expect(await again(id)).toBe('differs');
    await seal();
    const later = await draw({ size: 40 });
    expect(ids(later)).not.toContain(shut);
    expect(later.population.size).toBe(9);
    const { body } = await api.ask('auditor', 'GET', '/api/v1/dip-samples?format=csv');
    expect(body).toContain('Autumn (made up)');
    expect(body).not.toContain(shut);
  });
});

import { aReferral, aTriage } from '@mase/workflow/testing';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { type TestApi, testApi } from '../testing/test-api.js';

interface Line {
  rule: string;
  stands: string;
  due: string;
  why: string[];
  record: { id: string; reference: string; ownerName: string | null };
}

let api: TestApi;
const ids: string[] = [];

const ask = async (who: string, query = '') => {
  const answer = await api.ask(who, 'GET', `/api/v1/clocks${query}`);
  expect(answer.statusCode, answer.body).toBe(200);
  return answer.json() as { items: Line[]; next: string | null };
};
const lines = async (who: string, query = '') => (await ask(who, query)).items;

beforeAll(async () => {
  api = await testApi(inject('MASE_TEST_SERVER'), '2026-11-02T09:00:00.000Z');
  for (const firstName of ['Ari', 'Bo', 'Cy'])
    ids.push(
      (await api.give('referrer', 'child-cases/record-referral', aReferral({ child: { firstName } }))).id,
    );
  await api.give(
    'triage',
    'child-cases/decide-triage',
    aTriage('risk-assessment', { teamId: 'north' }),
    ids[0] as string,
  );
  // A working day and a night pass: the two others are late.
  api.time.now = '2026-11-04T09:00:00.000Z';
  await api.give(
    'triage',
    'child-cases/decide-triage',
    aTriage('risk-assessment', { teamId: 'north' }),
    ids[1] as string,
  );
});
afterAll(() => api.close());

describe('the clocks of the books', () => {
  it('are found by how they stand: met, met late and overdue', async () => {
    const decided = async (stands: string) =>
      (await lines('auditor', `?rule=triage-decision&stands=${stands}`)).map(({ record }) => record.id);
    expect(await decided('met')).toEqual([ids[0]]);
    expect(await decided('met-late')).toEqual([ids[1]]);
    expect(await decided('overdue')).toEqual([ids[2]]);
    expect(await decided('running')).toEqual([]);
    const late = await lines('auditor', '?rule=triage-decision&stands=overdue&stands=met-late&stands=missed');
    expect(late.map(({ record }) => record.id).sort()).toEqual([ids[1], ids[2]].sort());
  });

  it('say why each is due when it is, and what started it', async () => {
    const [line] = await lines('auditor', '?rule=triage-decision&stands=overdue');
    expect(line?.why.join(' ')).toMatch(
      /1 working day, counted from receipt of the referral: Monday 2 November 2026\..*Started by: .*[Rr]eferral/,
    );
  });

  it('say the same on the record itself, to those who read the whole of it', async () => {
    type Told = Pick<Line, 'rule' | 'due' | 'why'> & { provisional: boolean };
    const clocksOf = async (who: string) =>
      ((await api.view(who, 'child-cases', ids[2] as string)) as unknown as { clocks?: Told[] }).clocks;
    const [line] = await lines('auditor', '?rule=triage-decision&stands=overdue');
    const clock = (await clocksOf('auditor'))?.find(({ rule }) => rule === 'triage-decision');
    expect(clock).toMatchObject({ due: line?.due, provisional: false });
    expect(line?.why.slice(0, clock?.why.length)).toEqual(clock?.why);
    expect(await clocksOf('referrer')).toBeUndefined();
  });

  it('are found by kind of record, day, owner and agency', async () => {
    const all = await lines('auditor', '?limit=100');
    expect(all.length).toBeGreaterThan(3);
    expect((await lines('auditor', '?limit=100&kind=childCase')).length).toBe(all.length);
    expect(await lines('auditor', '?kind=sitting')).toEqual([]);
    expect((await lines('auditor', '?rule=triage-decision&from=2026-11-03&to=2026-11-03')).length).toBe(3);
    expect(await lines('auditor', '?rule=triage-decision&from=2026-11-04')).toEqual([]);
    const worker = api.founded.people.worker as string;
    await api.give(
      'manager',
      'child-cases/allocate-worker',
      { workerId: worker, reason: 'Made up' },
      ids[0] as string,
    );
    const owned = await lines('auditor', `?limit=100&ownerId=${worker}`);
    expect(new Set(owned.map(({ record }) => record.id))).toEqual(new Set([ids[0]]));
    const me = (await api.ask('worker', 'GET', '/api/v1/me')).json() as { agencyId: string };
    const ofAgency = await lines('auditor', `?limit=100&agencyId=${me.agencyId}`);
    expect(ofAgency.map(({ record }) => record.id)).toContain(ids[0]);
    expect(ofAgency.map(({ record }) => record.id)).not.toContain(ids[2]);
  });

  it('tell of one that was put off when it was due first, by whom and why, and list both dates', async () => {
    const due = (stands: string) =>
      lines('auditor', `?rule=first-assessment&stands=${stands}&ownerId=${api.founded.people.worker}`);
    const [before] = await due('running');
    const later = { rule: 'first-assessment', to: '2026-11-20', reason: 'The child is in hospital' };
    await api.give('manager', 'child-cases/extend-clock', later, ids[0] as string);
    const [first] = await due('extended');
    expect(first).toMatchObject({ due: before?.due, reason: later.reason, why: before?.why });
    const [second] = await due('running');
    expect(second).toMatchObject({ due: '2026-11-20T23:59:59.999Z', dueFirst: before?.due });
    expect(second?.why.join(' ')).toMatch(
      /^10 working days, counted from the triage decision.*It was due on Monday 16 November 2026, and was extended to Friday 20 November 2026 by .* because: The child is in hospital Started by: Decide at triage/,
    );
    const { clocks } = (await api.view('manager', 'child-cases', ids[0] as string)) as unknown as {
      clocks: { rule: string; extension: string | null; extendableTo: string | null }[];
    };
    expect(clocks.find(({ rule }) => rule === 'first-assessment')).toMatchObject({
      extension: expect.stringContaining('The child is in hospital'),
      extendableTo: null,
    });
  });

  it('come page by page, soonest first, and page by page they are the whole', async () => {
    const whole = (await lines('auditor', '?limit=100')).map((one) => JSON.stringify(one));
    const paged: string[] = [];
    let query = '?limit=2';
    for (let next: string | null = ''; next !== null; ) {
      const page = await ask('auditor', query);
      paged.push(...page.items.map((one) => JSON.stringify(one)));
      next = page.next;
      query = `?limit=2&after=${next}`;
    }
    expect(paged).toEqual(whole);
    expect(whole.map((one) => JSON.parse(one).due)).toEqual(whole.map((one) => JSON.parse(one).due).sort());
  });

  it('are of records alone that the reader reads the whole of', async () => {
    expect(await lines('referrer', '?limit=100')).toEqual([]);
    const north = (await lines('manager', '?limit=100')).map(({ record }) => record.id);
    expect(north).toContain(ids[0]);
    expect(north).not.toContain(ids[2]);
  });

  it('are a file as well', async () => {
    const { body, headers } = await api.ask('auditor', 'GET', '/api/v1/clocks?stands=overdue&format=csv');
    expect(headers['content-type']).toContain('text/csv');
    expect(body).toContain('Triage decision');
    expect(body).toContain('counted from receipt of the referral');
  });

  it('refuse what is no kind, no day and no span of days, and say which', async () => {
    for (const [query, pointer] of [
      ['rule=made-up', '/rule'],
      ['stands=late', '/stands'],
      ['kind=made-up', '/kind'],
      ['from=2026-02-30', '/from'],
      ['from=2026-03-01&to=2026-02-01', '/to'],
    ]) {
      const answer = await api.ask('auditor', 'GET', `/api/v1/clocks?${query}`);
      expect([query, answer.statusCode, answer.json().errors?.[0]?.pointer]).toEqual([query, 400, pointer]);
    }
  });
});

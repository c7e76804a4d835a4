import { aReferral, aTriage } from '@mase/workflow/testing';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { type TestApi, testApi } from '../testing/test-api.js';

let api: TestApi;
const days = 'from=2026-03-01&to=2026-03-31';
const [early, middle, late] = ['2026-03-05', '2026-03-10', '2026-03-20'];
const madeUp = { reason: 'Made-up words' };

interface Value {
  n: number;
  of: number | null;
}
interface Line {
  part: string;
  period: Value;
}
interface Shown {
  figures: { id: string; period: Value; lines: Line[] }[];
  definitions: string[];
}

const view = async (scorecard: string, asAt: string): Promise<Shown> => {
  const answer = await api.ask(
    'auditor',
    'GET',
    `/api/v1/scorecard?scorecard=${scorecard}&${days}&asAt=${asAt}`,
  );
  expect(answer.statusCode, answer.body).toBe(200);
  return answer.json();
};
const figure = async (scorecard: string, id: string, asAt: string) =>
  (await view(scorecard, asAt)).figures.find((one) => one.id === id) as Shown['figures'][number];
const recordsOf = async (asAt: string) => {
  const about = `scorecard=children&figure=contacts&${days}&asAt=${asAt}`;
  const { all, visible, withheld, records } = (
    await api.ask('auditor', 'GET', `/api/v1/scorecard/records?${about}`)
  ).json();
  return { all, visible, withheld, records: records.map(({ id }: { id: string }) => id).sort() };
};

const cases: { [name: string]: string } = {};
const give = (who: string, verb: string, payload: object, name: string) =>
  api.give(who, `child-cases/${verb}`, payload, cases[name] as string);
const at = async (day: string, steps: () => Promise<void>) => {
  api.time.now = `${day}T09:00:00.000Z`;
  await steps();
  await api.seal();
};

beforeAll(async () => {
  api = await testApi(inject('MASE_TEST_SERVER'), `${early}T09:00:00.000Z`);
  await at(early, async () => {
    for (const name of ['open', 'closed since', 'opened since']) {
      cases[name] = (await api.give('referrer', 'child-cases/record-referral', aReferral())).id;
      await give('triage', 'decide-triage', aTriage('risk-assessment', { teamId: 'north' }), name);
    }
    const readers = [api.founded.people.senior];
    await give('manager', 'restrict', { ...madeUp, readers }, 'opened since');
  });
  await at(middle, async () => {
    const readers = [api.founded.people.senior];
    await give('manager', 'restrict', { ...madeUp, readers }, 'closed since');
    await give('manager', 'lift-restriction', madeUp, 'opened since');
  });
  await at(late, async () => undefined);
}, 240_000);
afterAll(() => api.close());

describe('a figure as it was known', () => {
  it('counts what was open to all then and is so still, and the records behind it are all that it counts', async () => {
    for (const [asAt, names] of [
      [early, ['open']],
      [middle, ['open', 'opened since']],
      [late, ['open', 'opened since']],
    ] as const) {
      expect((await figure('children', 'contacts', asAt)).period.n, asAt).toBe(names.length);
      const all = names.length;
      const records = names.map((name) => cases[name]).sort();
      expect(await recordsOf(asAt)).toEqual({ all, visible: all, withheld: 0, records });
    }
  });

  it('tells by no two places of the ledger what was closed between them: nothing of it is counted before either', async () => {
    for (const scorecard of ['children', 'timeliness', 'caseload', 'completeness', 'cohort']) {
      const [before, after] = [await view(scorecard, early), await view(scorecard, late)];
      const parts = ({ figures }: Shown) =>
        new Map(figures.flatMap(({ id, lines }) => lines.map((one) => [`${id} ${one.part}`, one.period.n])));
      const fallen = [...parts(before)].filter(
        ([name, n]) => n > (parts(after).get(name) ?? 0) && !name.startsWith('overdue'),
      );
      expect(fallen, scorecard).toEqual([]);
    }
  });

  it('says so beside the figures', async () => {
    const { definitions } = await view('children', early);
    expect(definitions[0]).toContain('nothing that was recorded, corrected or withdrawn later changes it');
    expect(definitions[0]).toContain(
      'closed to all but those named since then, or disposed of, is in no figure',
    );
  });
});

import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { Reading } from '../access.js';
import { openStore, reading, type Store, type Tx } from '../store.js';
import { openOwner, type TestDatabase, testDatabase } from '../testing/index.js';
import { type ClocksAsked, findClocks } from './find-clocks.js';
import { foundPartnership } from './found-partnership.js';

const me = '11111111-1111-7111-8111-111111111111';
const command = '22222222-2222-7222-8222-222222222222';
const records = 2000;
let database: TestDatabase;
let store: Store;
let who: Reading;

beforeAll(async () => {
  database = await testDatabase(inject('MASE_TEST_SERVER'));
  store = await openStore(database.connections.app);
  const partnershipId = await foundPartnership(database.connections.owner, { name: 'Many clocks' });
  who = { partnershipId, userId: me, principals: [`user:${me}`] };
  await openOwner(database.connections.owner, async (client) => {
    await client.query(
      `with made as (
         insert into record (partnership_id, id, kind, version, state, phase, standing, at, title, persons)
         select $1, ('01900000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid, 'childCase', 1,
           '{"work":"monitoring","panel":"notListed"}', 'monitoring', '{"clocks":[]}', now(), 'Made up', '{}'
         from generate_series(1, $3::integer) n returning id)
       insert into case_reader (partnership_id, record_id, principal, class) select $1, id, $2, 'case' from made`,
      [partnershipId, `user:${me}`, records],
    );
    // Each case has a clock that runs, twelve that were met, and one in forty has one that is overdue.
    const clocks = (due: string, ended: string, many: string) =>
      client.query(
        `insert into clock (partnership_id, id, record_id, rule, start_at, due, started_by, ended, how, ended_by)
         select $1, gen_random_uuid(), r.id, 'contact', ${due} - interval '9 days', ${due}, $2, ${ended}
         from (select id, row_number() over (order by id) as n from record where kind = 'childCase') r, ${many}`,
        [partnershipId, command],
      );
    const running = 'null, null, null';
    await clocks('now() + make_interval(mins => n::integer)', running, 'generate_series(1, 1) k');
    await clocks(
      'now() - make_interval(days => k * 9, mins => n::integer)',
      "now() - interval '1 year', 'met', $2",
      'generate_series(1, 12) k',
    );
    await clocks(
      'now() - make_interval(hours => n::integer)',
      running,
      'generate_series(1, 1) k where n % 40 = 0',
    );
    await client.query('vacuum analyze');
  });
});
afterAll(async () => {
  await store.close();
  await database.drop();
});

interface Plan {
  'Relation Name'?: string;
  'Actual Rows': number;
  'Actual Loops': number;
  'Rows Removed by Filter'?: number;
  Plans?: Plan[];
}

function clocksWalked(plan: Plan): number {
  const own = (plan['Actual Rows'] + (plan['Rows Removed by Filter'] ?? 0)) * plan['Actual Loops'];
  const below = (plan.Plans ?? []).reduce((sum, one) => sum + clocksWalked(one), 0);
  return below + (plan['Relation Name'] === 'clock' ? own : 0);
}

/** How many clocks the database looks at for a page. */
async function walkedFor(asked: Omit<ClocksAsked, 'limit'>): Promise<number> {
  return reading(store, who, async (tx) => {
    let walked = 0;
    const explaining = {
      query: async (one: string | { text: string; values: unknown[] }) => {
        if (typeof one === 'string') return tx.query(one);
        const { rows } = await tx.query<{ 'QUERY PLAN': { Plan: Plan }[] }>({
          text: `explain (analyze, format json) ${one.text}`,
          values: one.values,
        });
        walked = clocksWalked(rows[0]?.['QUERY PLAN'][0]?.Plan as Plan);
        return { rows: [] };
      },
    };
    await findClocks(explaining as unknown as Tx, { ...asked, limit: 26 });
    return walked;
  });
}

const page = (asked: Omit<ClocksAsked, 'limit'>) =>
  reading(store, who, (tx) => findClocks(tx, { ...asked, limit: 26 }));

describe('a page of clocks among very many', () => {
  it.each([
    ['all', {}],
    ['those that run', { stands: ['running'] }],
    ['those that run and are overdue', { stands: ['running', 'overdue'] }],
    ['those that are overdue', { stands: ['overdue'] }],
    ['all, the latest first', { latest: true }],
    ['those that run, the latest first', { stands: ['running'], latest: true }],
  ] as const)(
    'of %s looks at no more than stand on the records that it shows, however many have ended',
    async (_which, asked) => {
      expect(await page(asked)).toHaveLength(26);
      // Each line's record is looked at for a due day that was put off: it has fourteen clocks at most.
      expect(await walkedFor(asked)).toBeLessThan(26 * 20);
    },
  );

  it('of those that are overdue holds these alone, soonest due first, and goes on where a page ended', async () => {
    const first = await page({ stands: ['overdue'] });
    const last = first.at(-1);
    const next = await page({ stands: ['overdue'], after: { due: last?.due ?? '', id: last?.id ?? '' } });
    const both = [...first, ...next];
    expect(new Set(both.map(({ id }) => id)).size).toBe(50);
    expect(both.every(({ ended, due }) => ended === null && Date.parse(due) < Date.now())).toBe(true);
    expect(both.map(({ due }) => due)).toEqual(both.map(({ due }) => due).toSorted());
  });

  it('is the other way round where the latest due are asked for first', async () => {
    const first = await page({ stands: ['overdue'], latest: true });
    const last = first.at(-1);
    const after = { due: last?.due ?? '', id: last?.id ?? '' };
    const both = [...first, ...(await page({ stands: ['overdue'], latest: true, after }))];
    expect(new Set(both.map(({ id }) => id)).size).toBe(50);
    expect(both.map(({ due }) => due)).toEqual(
      both
        .map(({ due }) => due)
        .toSorted()
        .toReversed(),
    );
  });
});

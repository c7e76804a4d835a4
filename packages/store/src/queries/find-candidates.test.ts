import { candidateClocks } from '@mase/workflow';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import type { Reading } from '../access.js';
import { openStore, reading, type Store } from '../store.js';
import { openOwner, type TestDatabase, testDatabase } from '../testing/index.js';
import { findCandidates } from './find-candidates.js';
import { foundPartnership } from './found-partnership.js';

const me = '11111111-1111-7111-8111-111111111111';
const by = '2026-12-10T10:00:00.000Z';
const later = '2026-12-10T10:00:00.001Z';
const rules = Object.keys(candidateClocks);
let database: TestDatabase;
let store: Store;
let who: Reading;

/** Cases that nobody has listed: of each rule one due by the sitting, one just after it, one that was met, one that is not read; and of each grade. */
beforeAll(async () => {
  database = await testDatabase(inject('MASE_TEST_SERVER'));
  store = await openStore(database.connections.app);
  const partnershipId = await foundPartnership(database.connections.owner, { name: 'Candidates' });
  who = { partnershipId, userId: me, principals: [`user:${me}`] };
  await openOwner(database.connections.owner, async (client) => {
    const put = async (name: string, graded: { grade?: string; closed?: string; panel?: string } = {}) => {
      const state = `{"work":"monitoring","panel":"${graded.panel ?? 'notListed'}"}`;
      const { rows } = await client.query<{ id: string }>(
        `insert into record (partnership_id, id, kind, version, state, phase, standing, at, title, persons, grade, closed_at)
         values ($1, gen_random_uuid(), 'childCase', 1, $2, 'monitoring', '{"clocks":[]}', now(), $3, '{}', $4, $5) returning id`,
        [partnershipId, state, name, graded.grade, graded.closed],
      );
      const reads = name.startsWith('unread') ? 'existence' : 'sheet';
      await client.query(
        'insert into case_reader (partnership_id, record_id, principal, class) values ($1, $2, $3, $4)',
        [partnershipId, rows[0]?.id, `user:${me}`, reads],
      );
      return rows[0]?.id;
    };
    const add = async (name: string, rule: string, due: string, ended: string | null) => {
      const id = await put(name);
      await client.query(
        `insert into clock (partnership_id, id, record_id, rule, start_at, due, started_by, ended, how, ended_by)
         values ($1, gen_random_uuid(), $2, $3, '2026-11-01T00:00:00Z', $4, $5, $6, $7, $8)`,
        [partnershipId, id, rule, due, me, ended, ended && 'met', ended && me],
      );
    };
    for (const rule of rules) {
      await add(`due ${rule}`, rule, by, null);
      await add(`later ${rule}`, rule, later, null);
      await add(`met ${rule}`, rule, by, by);
      await add(`unread ${rule}`, rule, by, null);
    }
    await add('other', 'contact', by, null);
    await put('high', { grade: 'high' });
    await put('unread high', { grade: 'high' });
    await put('medium', { grade: 'medium' });
    await put('closed', { grade: 'high', closed: by });
  });
}, 120_000);
afterAll(async () => {
  await store.close();
  await database.drop();
});

const wanted = [...rules.map((rule) => `due ${rule}`), 'high'].sort();

it('every clock that brings a record before a sitting does so up to its day, running, and a high grade that nobody has listed at once, for those who read its sheet', async () => {
  const asked = { rules: rules.map((rule) => ({ rule, by })), decisions: 2, limit: 200 };
  const { found, more } = await reading(store, who, (tx) => findCandidates(tx, asked));
  expect(found.map(({ title }) => title).sort()).toEqual(wanted);
  expect(found.flatMap(({ clocks }) => clocks.map(({ rule, due }) => `${rule} ${due}`)).sort()).toEqual(
    rules.map((rule) => `${rule} ${by}`).sort(),
  );
  expect(more).toBe(false);
});

it('pages of them follow one another without loss', async () => {
  const titles: string[] = [];
  for (let after: string | undefined, more = true; more; ) {
    const asked = { rules: rules.map((rule) => ({ rule, by })), decisions: 2, limit: 5, after };
    const page = await reading(store, who, (tx) => findCandidates(tx, asked));
    titles.push(...page.found.map(({ title }) => title));
    after = page.found.at(-1)?.record.id;
    more = page.more;
  }
  expect(titles.sort()).toEqual(wanted);
});

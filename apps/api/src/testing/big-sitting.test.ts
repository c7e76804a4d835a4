import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { type BigSitting, bigSitting } from './big-sitting.js';

let big: BigSitting;
beforeAll(async () => {
  big = await bigSitting(inject('MASE_TEST_SERVER'), {
    ...{ children: 25, persons: 8, places: 5 },
    now: '2026-01-05T09:00:00.000Z',
    startsAt: '2026-01-22T10:00:00.000Z',
  });
}, 120_000);
afterAll(async () => big.api.close());

it('a sitting of 25 children, 8 persons and 5 places has an item for each', async () => {
  const { api, sitting } = big;
  expect(Object.keys(sitting.items)).toHaveLength(38);
  const seen = await api.view('chair', 'sittings', sitting.id);
  expect((seen.items as object[]).length).toBe(38);
});

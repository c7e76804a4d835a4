import { describe, expect, inject, it } from 'vitest';
import { runTamperings } from '../testing/run-tamperings.js';

describe('tampering by a superuser', () => {
  it('with sealed rows is found, of every kind and however it is covered up', async () => {
    const report = await runTamperings(inject('MASE_TEST_SERVER'), { count: 90, seed: 20_261_122 });
    expect(report.missed).toEqual([]);
    expect(Object.values(report.found)).toEqual(Array.from({ length: 9 }, () => 10));
  });
});

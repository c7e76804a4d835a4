import { describe, expect, inject, it } from 'vitest';
import { runWriters } from '../testing/run-writers.js';

describe('many writers', () => {
  it('thirty-two at once for some seconds raise no false alarm, and all they write is sealed within five seconds', async () => {
    const report = await runWriters(inject('MASE_TEST_SERVER'), { seconds: 4, writers: 32 });
    process.stdout.write(`unsealed window: ${JSON.stringify(report)}\n`);
    expect(report.faults).toEqual([]);
    expect(report.verifications).toBeGreaterThan(0);
    expect(report.entries).toBeGreaterThan(100);
    expect(report.longestUnsealedMs).toBeLessThan(5000);
  });
});

import { describe, expect, inject, it } from 'vitest';
import { comparePolicy } from './testing/policy-agreement.js';

const triples = Number(process.env.MASE_POLICY_TRIPLES ?? 20_000);
const hits = triples >= 100_000 ? 100 : 1;
const seed = Number(process.env.MASE_SOAK_SEED ?? 20_261_122);

describe('who sees what', () => {
  it('is the same to the workflow and to the database, for everybody, every record and every class', async () => {
    const report = await comparePolicy(inject('MASE_TEST_SERVER'), { seed, triples, hits });
    const lines = Object.entries(report.hits).sort(([, one], [, other]) => one - other);
    const share = report.allowed / report.asked;
    console.log(
      `seed ${seed}: ${report.asked} asked, ${(share * 100).toFixed(1)}% allowed, ${lines.length} lines, the least hit ${lines[0]?.join(': ')}`,
    );
    expect(report.differing.slice(0, 5)).toEqual([]);
    expect(report.asked).toBeGreaterThanOrEqual(triples);
    expect(share).toBeGreaterThan(0.3);
    expect(lines.filter(([, count]) => count < hits)).toEqual([]);
  }, 600_000);
});

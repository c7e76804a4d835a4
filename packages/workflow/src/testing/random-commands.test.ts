import { describe, expect, it } from 'vitest';
import { commandNames } from '../topics.js';
import { type RandomReport, runRandomCommands } from './random-commands.js';
import { seldomCommands } from './seldom-worlds.js';

describe('ten thousand random commands', () => {
  let report: RandomReport;

  it('never break a promise: no state outside the chart, no closed case over an open safety action, none silent', {
    timeout: 240_000,
  }, () => {
    report = runRandomCommands({ seed: 20_261_107, count: 10_000 });
    expect(report.broken, `seed ${report.seed}`).toEqual([]);
    expect(report.given).toBe(10_000);
  });

  it('reach deep: three in ten are accepted, and every command is at least once, if not in these, in up to twenty thousand more that seek it', {
    timeout: 240_000,
  }, () => {
    expect(report.accepted).toBeGreaterThan(3_000);
    const seldom = new Set(seldomCommands().map(([{ name }]) => name));
    let missing = commandNames.filter((name) => !report.acceptedBy[name] && !seldom.has(name));
    for (let more = 1; more <= 8 && missing.length > 0; more += 1) {
      const { acceptedBy, broken } = runRandomCommands({
        seed: 20_261_107 + more,
        count: 2_500,
        perWorld: 250,
        prefer: missing,
      });
      expect(broken).toEqual([]);
      missing = missing.filter((name) => !acceptedBy[name]);
    }
    expect(missing).toEqual([]);
  });

  it('leave every standing within eight kilobytes', () => {
    expect(report.longestStanding).toBeGreaterThan(1_000);
    expect(report.longestStanding).toBeLessThanOrEqual(8_192);
  });

  it('are the same commands in every run of one seed', () => {
    const run = () => runRandomCommands({ seed: 7, count: 200 });
    expect(run()).toEqual(run());
  });
});

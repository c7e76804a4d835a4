import { describe, expect, it } from 'vitest';
import { clockEvents } from '../docs/clock-events.js';
import type { Changes, Command } from '../model.js';
import { commandNames } from '../topics.js';
import { type RandomReport, runRandomCommands } from './random-commands.js';
import { seldomCommands } from './seldom-worlds.js';

/** Which commands were seen to start a clock of each rule, and to meet it. */
type SeenClocks = Record<string, { starts: Set<string>; ends: Set<string> }>;

function noteClocks(seen: SeenClocks, { name }: Command, { records }: Changes): void {
  const note = (rule: string, which: 'starts' | 'ends') => {
    seen[rule] ??= { starts: new Set(), ends: new Set() };
    if (name !== 'child-cases/correct-record') seen[rule]?.[which].add(name);
  };
  for (const { started, ended } of records) {
    for (const { rule } of started) note(rule, 'starts');
    for (const { rule, reason } of ended) if (reason === null) note(rule, 'ends');
  }
}

/** A million are given by `npm run soak -- commands`. */
describe('five thousand random commands', () => {
  let report: RandomReport;
  const seen: SeenClocks = {};
  const onAccepted = (command: Command, changes: Changes) => noteClocks(seen, command, changes);
  const seldom = seldomCommands();

  it('never break a promise: no state outside the chart, no closed case over an open safety action, none silent', {
    timeout: 240_000,
  }, () => {
    report = runRandomCommands({ seed: 20_261_107, count: 5_000, onAccepted });
    expect(report.broken, `seed ${report.seed}`).toEqual([]);
    expect(report.given).toBe(5_000);
  });

  it('reach deep: three in ten are accepted, and every command and every clock comes up at least once, if not in these, in up to twenty thousand more that seek it', {
    timeout: 240_000,
  }, () => {
    expect(report.accepted).toBeGreaterThan(1_500);
    for (const [command, changes] of seldom) onAccepted(command, changes);
    const reached = new Set([...Object.keys(report.acceptedBy), ...seldom.map(([{ name }]) => name)]);
    for (let more = 1; more <= 8; more += 1) {
      const unseen = Object.entries(clockEvents).filter(([rule]) => !seen[rule]);
      // What starts a clock may be an event of another record, which nobody gives.
      const starting = unseen.flatMap(([, { starts }]) => starts);
      const prefer = commandNames.filter((name) => !reached.has(name) || starting.includes(name));
      if (prefer.length === 0) break;
      const about = { seed: 20_261_107 + more, count: 2_500, perWorld: 250, prefer, onAccepted };
      const { acceptedBy, broken } = runRandomCommands(about);
      expect(broken).toEqual([]);
      for (const name of Object.keys(acceptedBy)) reached.add(name);
    }
    expect(commandNames.filter((name) => !reached.has(name))).toEqual([]);
    expect(Object.keys(seen).sort()).toEqual(Object.keys(clockEvents).sort());
  });

  it('start and meet no clock but as docs/workflow.md says', () => {
    for (const [rule, { starts, ends }] of Object.entries(seen)) {
      const told = clockEvents[rule as keyof typeof clockEvents];
      expect(told?.starts, `${rule} starts`).toEqual(expect.arrayContaining([...starts]));
      expect(told?.ends, `${rule} ends`).toEqual(expect.arrayContaining([...ends]));
    }
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

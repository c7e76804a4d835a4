import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { clockEvents } from '../docs/clock-events.js';
import type { RecordKind } from '../record-kind.js';
import { commandNames } from '../topics.js';
import { ClocksSeen } from './clocks-seen.js';
import { type RandomReport, runRandomCommands } from './random-commands.js';
import { seldomCommands } from './seldom-worlds.js';

/** Records whose clocks no scorecard counts, and why: whoever starts a clock on another kind decides it here or there. */
const uncounted: Partial<Record<RecordKind, string>> = {
  accessRequest: 'information governance keeps its own list of requests',
  accessConsultation: 'a part of a request for access',
  breakGlass: 'a look of an hour, reviewed by the Caldicott guardian',
  export: 'how long a file may be fetched',
  identifierMatch: 'that it exists may be closed to whoever reads a figure',
};

/** The kinds of record that the role of the figures reads. */
function countedKinds(): string[] {
  const schema = readFileSync(new URL('../../../../docs/schema.sql', import.meta.url), 'utf8');
  const [, policy = ''] = /create policy record_figures_select on record([\s\S]*?);\n/i.exec(schema) ?? [];
  return [...policy.matchAll(/'([a-zA-Z]+)'::text/g)].map(([, kind]) => kind as string);
}

describe('ten thousand random commands', () => {
  let report: RandomReport;
  const clocks = new ClocksSeen();

  it('never break a promise: no state outside the chart, no closed case over an open safety action, none silent', {
    timeout: 240_000,
  }, () => {
    report = runRandomCommands({ seed: 20_261_107, count: 10_000, onAccepted: clocks.note });
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
        onAccepted: clocks.note,
      });
      expect(broken).toEqual([]);
      missing = missing.filter((name) => !acceptedBy[name]);
    }
    expect(missing).toEqual([]);
  });

  it('start and meet no clock that docs/workflow.md does not tell of, and each that it tells of, if not in these, in up to twenty thousand more', {
    timeout: 240_000,
  }, () => {
    for (const [command, changes] of seldomCommands()) clocks.note(command, changes);
    for (const seed of [12, 13, 14, 15, 16, 17, 18, 19, 20, 21]) {
      const unseen = Object.entries(clockEvents).filter(([rule]) => !clocks.rules[rule]);
      if (unseen.length === 0) break;
      // What starts a clock may be an event of another record, which nobody gives.
      const prefer = unseen.flatMap(([, { starts }]) => starts.filter((name) => commandNames.includes(name)));
      runRandomCommands({ seed, count: 2_000, perWorld: 250, prefer, onAccepted: clocks.note });
    }
    for (const [rule, { starts, ends }] of Object.entries(clocks.rules)) {
      const told = clockEvents[rule as keyof typeof clockEvents];
      // Whoever corrects a record may thereby start or meet any clock that it has.
      const by = (names: ReadonlySet<string>) => [...names].filter((name) => !/\/correct-record$/.test(name));
      expect(told?.starts, `${rule} starts`).toEqual(expect.arrayContaining(by(starts)));
      expect(told?.ends, `${rule} ends`).toEqual(expect.arrayContaining(by(ends)));
    }
    expect(Object.keys(clocks.rules).sort()).toEqual(Object.keys(clockEvents).sort());
  });

  it('start clocks on no kind of record that timeliness does not count, but for those named with a reason', () => {
    const counted = countedKinds();
    const kinds = new Set(Object.values(clocks.rules).flatMap((one) => [...one.kinds]));
    const forgotten = [...kinds].filter((kind) => !counted.includes(kind) && !(kind in uncounted));
    expect(forgotten, 'count them in record_figures_select, or say why not').toEqual([]);
    const named = Object.keys(uncounted) as RecordKind[];
    expect(named.filter((kind) => counted.includes(kind) || !kinds.has(kind))).toEqual([]);
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

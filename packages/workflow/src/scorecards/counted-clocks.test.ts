import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { clockEvents } from '../docs/clock-events.js';
import type { Changes } from '../model.js';
import type { RecordKind } from '../record-kind.js';
import { runRandomCommands } from '../testing/random-commands.js';
import { seldomCommands } from '../testing/seldom-worlds.js';
import { commandNames } from '../topics.js';

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

/** Every kind of record that random commands start a clock on, once each rule was seen to start. */
function kindsWithClocks(): Set<string> {
  const kinds = new Set<string>();
  const rules = new Set<string>();
  const note = ({ records }: Changes) => {
    for (const { kind, started } of records)
      for (const { rule } of started) {
        kinds.add(kind);
        rules.add(rule);
      }
  };
  const onAccepted = (_command: object, changes: Changes) => note(changes);
  for (const [, changes] of seldomCommands()) note(changes);
  runRandomCommands({ seed: 11, count: 3_000, onAccepted });
  for (const seed of [12, 13, 14, 15, 16, 17, 18]) {
    const unseen = Object.entries(clockEvents).filter(([rule]) => !rules.has(rule));
    if (unseen.length === 0) break;
    const prefer = unseen.flatMap(([, { starts }]) => starts.filter((name) => commandNames.includes(name)));
    runRandomCommands({ seed, count: 2_000, perWorld: 250, prefer, onAccepted });
  }
  return kinds;
}

describe('the clocks that timeliness counts', () => {
  it('are those of every kind of record that starts one, but for those named with a reason', () => {
    const [kinds, counted] = [kindsWithClocks(), countedKinds()];
    const forgotten = [...kinds].filter((kind) => !counted.includes(kind) && !(kind in uncounted));
    expect(forgotten, 'count them in record_figures_select, or say why not').toEqual([]);
    expect(Object.keys(uncounted).filter((kind) => counted.includes(kind) || !kinds.has(kind))).toEqual([]);
  }, 120_000);
});

import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { commandLabels } from '../labels.js';
import type { Changes, Command } from '../model.js';
import { englandProfile } from '../profile/profile.js';
import { stateLabels } from '../state-labels.js';
import { runRandomCommands } from '../testing/random-commands.js';
import { seldomCommands } from '../testing/seldom-worlds.js';
import { commandNames, topics } from '../topics.js';
import { chartRows } from './chart-rows.js';
import { clockEvents } from './clock-events.js';
import { guardWords } from './guard-words.js';
import { workflowDocs } from './workflow-docs.js';

describe('docs/workflow.md', () => {
  it('says what the charts, the policies and the profile say: npm run docs writes it', () => {
    const page = readFileSync(new URL('../../../../docs/workflow.md', import.meta.url), 'utf8');
    expect(page).toBe(workflowDocs(englandProfile));
  });

  it('has words for every guard, every state and every command, and for nothing else', () => {
    const rows = topics.flatMap((topic) => chartRows(topic));
    const guards = new Set(rows.flatMap((row) => (row.guard ? [row.guard] : [])));
    expect(Object.keys(guardWords).sort()).toEqual([...guards].sort());
    const states = new Set(rows.flatMap((row) => [row.state, row.target]));
    expect([...states].filter((state) => state !== 'unrecorded' && !stateLabels[state])).toEqual([]);
    expect(Object.keys(commandLabels).sort()).toEqual([...commandNames].sort());
  });

  it('says of every event that nobody gives directly which command sends it', () => {
    expect(workflowDocs(englandProfile)).not.toContain('undefined');
  });

  it('leaves out no clock that random commands were seen to start or to meet', { timeout: 120_000 }, () => {
    const seen: Record<string, { starts: Set<string>; ends: Set<string> }> = {};
    const note = (rule: string, which: 'starts' | 'ends', name: string) => {
      seen[rule] ??= { starts: new Set(), ends: new Set() };
      if (name !== 'child-cases/correct-record') seen[rule]?.[which].add(name);
    };
    const onAccepted = ({ name }: Command, { records }: Changes) => {
      for (const { started, ended } of records) {
        for (const { rule } of started) note(rule, 'starts', name);
        for (const { rule, reason, how } of ended)
          if (reason === null && how !== 'extended') note(rule, 'ends', name);
      }
    };
    for (const [command, changes] of seldomCommands()) onAccepted(command, changes);
    runRandomCommands({ seed: 11, count: 3_000, onAccepted });
    for (const seed of [12, 13, 14, 15, 16, 17, 18, 19, 20, 21]) {
      const unseen = Object.entries(clockEvents).filter(([rule]) => !seen[rule]);
      if (unseen.length === 0) break;
      // What starts a clock may be an event of another record, which nobody gives.
      const prefer = unseen.flatMap(([, { starts }]) => starts.filter((name) => commandNames.includes(name)));
      runRandomCommands({ seed, count: 2_000, perWorld: 250, prefer, onAccepted });
    }
    for (const [rule, { starts, ends }] of Object.entries(seen)) {
      const told = clockEvents[rule as keyof typeof clockEvents];
      expect(told?.starts, `${rule} starts`).toEqual(expect.arrayContaining([...starts]));
      expect(told?.ends, `${rule} ends`).toEqual(expect.arrayContaining([...ends]));
    }
    expect(Object.keys(seen).sort()).toEqual(Object.keys(clockEvents).sort());
  });
});

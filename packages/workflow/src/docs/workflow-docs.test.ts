import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { commandLabels } from '../labels.js';
import { englandProfile } from '../profile/profile.js';
import { stateLabels } from '../state-labels.js';
import { commandNames, topics } from '../topics.js';
import { chartRows } from './chart-rows.js';
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
});

import { describe, expect, it } from 'vitest';
import type { WrittenRow } from '../model.js';
import { aChildCase } from '../testing/a-child-case.js';

type Case = ReturnType<typeof aChildCase>;

const rowOf = (one: Case, kind: string): WrittenRow =>
  (one.world.written.get(one.id) ?? []).find((row) => row.kind === kind) as WrittenRow;

const withAView = () =>
  aChildCase()
    .withWorker()
    .give('record-view', { of: 'child', words: 'My sister likes it there', how: 'A visit' }, 'worker');

describe('an entry on the wrong child', () => {
  it('is withdrawn by its author or a manager, counts no longer, and starts the 72 hours of a breach', () => {
    const one = withAView();
    expect(one.standing.views.child).toBe(1);
    const payload = { rowId: rowOf(one, 'view').id, reason: 'Two files were open' };
    expect(one.whyNot('withdraw-entry', payload, 'nurse')).toEqual(['forbidden']);
    one.give('withdraw-entry', payload, 'worker');
    expect(one.standing.views.child).toBe(0);
    const withdrawn = rowOf(one, 'entry-withdrawn');
    expect(withdrawn.replaces).toBe(payload.rowId);
    expect(JSON.stringify(withdrawn.body)).not.toContain('sister');
    const clock = one.standing.clocks.find(({ rule }) => rule === 'breach-decision');
    expect(clock?.who).toBe('role:information-governance');
    expect(Date.parse(clock?.due as string) - Date.parse(clock?.start as string)).toBe(72 * 3_600_000);
    expect(one.world.outgoing.filter(({ kind }) => kind === 'entry-withdrawn')).toHaveLength(1);
    expect(one.whyNot('withdraw-entry', payload, 'worker')).toEqual(['/rowId alreadyCorrected']);
  });

  it('on which the case acted is withdrawn once another stands in its place', () => {
    const one = aChildCase().withWorker().assessed('low');
    const payload = { rowId: rowOf(one, 'assessment').id, reason: 'Two files were open' };
    expect(one.whyNot('withdraw-entry', payload, 'worker')).toEqual(['/rowId actedOn']);
    one.assessed('low');
    expect(one.whyNot('withdraw-entry', payload, 'worker')).toEqual([]);
  });

  it('is decided on by information governance, who tells those who had a copy; the clock outlives the case', () => {
    const one = withAView();
    const { nurse } = one.world.people;
    const decision = { reported: 'yes', reasons: 'It had left the partnership', told: [nurse.userId] };
    expect(one.whyNot('record-breach-decision', decision, 'governance')).toEqual(['noBreach']);
    one.give('withdraw-entry', { rowId: rowOf(one, 'view').id, reason: 'x' }, 'manager');
    expect(one.whyNot('record-breach-decision', decision, 'manager')).toEqual(['forbidden']);
    one.give('record-breach-decision', decision, 'governance');
    expect(one.clocks).not.toContain('breach-decision');
    expect(one.world.outgoing.at(-1)).toMatchObject({
      kind: 'copy-withdrawn',
      principal: `user:${nurse.userId}`,
    });
    const closed = aChildCase().closed();
    closed.give('withdraw-entry', { rowId: rowOf(closed, 'view').id, reason: 'x' }, 'manager');
    expect(closed.clocks).toEqual(['breach-decision']);
  });
});

import { describe, expect, it } from 'vitest';
import type { WrittenRow } from '../model.js';
import { classesRead, readersOf } from '../readers.js';
import { aChildCase } from '../testing/a-child-case.js';
import { topicOf } from '../topics.js';
import { wrongRows } from '../wrong-rows.js';

type Case = ReturnType<typeof aChildCase>;

const rowsOf = (one: Case): WrittenRow[] => one.world.written.get(one.id) ?? [];
const rowOf = (one: Case, kind: string): WrittenRow =>
  rowsOf(one).find((row) => row.kind === kind) as WrittenRow;
const clockOf = (one: Case, rule: string) => one.standing.clocks.find((clock) => clock.rule === rule);

const withAView = () =>
  aChildCase()
    .withWorker()
    .give('record-view', { of: 'child', words: 'My sister likes it there', how: 'A visit' }, 'worker');

const withdrawing = (one: Case, kind: string) => ({
  rowId: rowOf(one, kind).id,
  reason: 'Two files were open',
});
const deciding = (rowId: string, over: object = {}) => ({
  rowId,
  finding: 'breach',
  reported: 'no',
  reasons: 'Made up',
  ...over,
});
const visit = { kind: 'visit', alone: 'yes', words: 'Made up' };

describe('an entry on the wrong child', () => {
  it('is withdrawn by its author or a manager, counts no longer, and starts the 72 hours of a breach', () => {
    const one = withAView();
    expect(one.standing.views.child).toBe(1);
    const payload = withdrawing(one, 'view');
    expect(one.whyNot('withdraw-entry', payload, 'nurse')).toEqual(['/rowId notAuthor']);
    one.give('withdraw-entry', payload, 'worker');
    expect(one.standing.views.child).toBe(0);
    const withdrawn = rowOf(one, 'entry-withdrawn');
    expect(withdrawn.replaces).toBe(payload.rowId);
    expect(JSON.stringify(withdrawn.body)).not.toContain('sister');
    const clock = clockOf(one, 'breach-decision');
    expect(clock?.who).toBe('role:information-governance');
    expect(Date.parse(clock?.due as string) - Date.parse(clock?.start as string)).toBe(72 * 3_600_000);
    expect(one.world.outgoing.filter(({ kind }) => kind === 'entry-withdrawn')).toHaveLength(1);
    expect(one.whyNot('withdraw-entry', payload, 'worker')).toEqual(['/rowId alreadyCorrected']);
  });

  it('that somebody else wrote is not withdrawn by the worker, but by a manager', () => {
    const one = aChildCase().withWorker();
    one.give('record-view', { of: 'child', words: 'Made up', how: 'A call' }, 'manager');
    expect(one.whyNot('withdraw-entry', withdrawing(one, 'view'), 'worker')).toEqual(['/rowId notAuthor']);
    expect(one.whyNot('withdraw-entry', withdrawing(one, 'view'), 'manager')).toEqual([]);
  });

  it('on which the case acted is withdrawn by a manager once another stands in its place', () => {
    const one = aChildCase().withWorker().assessed('low');
    const payload = withdrawing(one, 'assessment');
    expect(one.whyNot('withdraw-entry', payload, 'manager')).toEqual(['/rowId actedOn']);
    one.assessed('low');
    expect(one.whyNot('withdraw-entry', payload, 'worker')).toEqual(['/rowId managersOwn']);
    expect(one.whyNot('withdraw-entry', payload, 'manager')).toEqual([]);
  });

  it.each(['allocation', 'triage', 'strategy-discussion'])(
    'stays where it is a decision of the case: %s',
    (kind) => {
      const one = aChildCase().withWorker().discussed();
      expect(one.whyNot('withdraw-entry', withdrawing(one, kind), 'manager')).toEqual(['/rowId actedOn']);
    },
  );

  it('goes with all that it had corrected', () => {
    const one = withAView();
    const first = rowOf(one, 'view').id;
    one.give('correct-record', { rowId: first, reason: 'x', corrected: { words: 'Other' } }, 'manager');
    const second = rowOf(one, 'view').id;
    one.give('withdraw-entry', { rowId: second, reason: 'x' }, 'worker');
    const gone = rowsOf(one).filter(({ kind }) => kind === 'entry-withdrawn');
    expect(gone.map(({ replaces }) => replaces).sort()).toEqual([first, second].sort());
    expect(one.standing.withdrawn).toHaveLength(1);
    one.give('record-breach-decision', deciding(second, { finding: 'no-breach-restore' }), 'governance');
    expect([...wrongRows(rowsOf(one))]).toEqual([first]);
  });

  it('that was a contact is counted no longer, and the next contact is due from the one before', () => {
    const one = aChildCase().gradedHigh().give('record-contact', visit, 'worker');
    const before = clockOf(one, 'contact')?.start;
    one.world.pass(1);
    one.give('record-contact', visit, 'worker');
    const wrong = withdrawing(one, 'contact');
    one.give('withdraw-entry', wrong, 'worker');
    expect(one.standing.contacts).toEqual({ met: 1, attempts: 0, lastAt: before });
    expect(clockOf(one, 'contact')?.start).toBe(before);
    one.give('record-breach-decision', deciding(wrong.rowId, { finding: 'no-breach-restore' }), 'governance');
    expect(one.standing.contacts?.met).toBe(2);
    expect(clockOf(one, 'contact')?.start).toBe(one.standing.contacts?.lastAt);
  });

  it('that is a contact caution in force is released first', () => {
    const one = aChildCase().withWorker();
    const caution = { party: 'parent', who: 'A', whatNot: 'Letters', why: 'Made up', until: '2026-12-01' };
    one.give('set-contact-caution', caution, 'manager');
    const payload = withdrawing(one, 'contact-caution');
    expect(one.whyNot('withdraw-entry', payload, 'manager')).toEqual(['/rowId cautionStands']);
    const cautionId = one.standing.cautions?.[0]?.id;
    one.give('release-contact-caution', { cautionId, reason: 'Another child' }, 'manager');
    expect(one.whyNot('withdraw-entry', payload, 'manager')).toEqual([]);
  });
});

describe('the breach that a withdrawn entry may be', () => {
  it('is decided on by information governance, who tells those who had a copy; the clock outlives the case', () => {
    const one = withAView();
    const { nurse } = one.world.people;
    const payload = withdrawing(one, 'view');
    const decision = deciding(payload.rowId, { reported: 'yes', told: [nurse.userId] });
    expect(one.whyNot('record-breach-decision', decision, 'governance')).toEqual(['noBreach']);
    one.give('withdraw-entry', payload, 'manager');
    expect(one.whyNot('record-breach-decision', decision, 'manager')).toEqual(['forbidden']);
    one.give('record-breach-decision', decision, 'governance');
    expect(one.clocks).not.toContain('breach-decision');
    expect(one.world.outgoing.at(-1)).toMatchObject({
      kind: 'copy-withdrawn',
      principal: `user:${nurse.userId}`,
      record: { kind: 'user', id: nurse.userId },
    });
    const closed = aChildCase().closed();
    closed.give('withdraw-entry', withdrawing(closed, 'view'), 'manager');
    expect(closed.clocks).toEqual(['breach-decision', 'feedback', 'next-check']);
  });

  it('is decided for each entry, and is due for the earliest that waits', () => {
    const one = withAView();
    const first = withdrawing(one, 'view');
    one.give('withdraw-entry', first, 'worker');
    const due = clockOf(one, 'breach-decision')?.due;
    one.world.pass(2);
    one.give('record-contact', visit, 'worker');
    const second = withdrawing(one, 'contact');
    one.give('withdraw-entry', second, 'worker');
    expect(clockOf(one, 'breach-decision')?.due).toBe(due);
    one.give('record-breach-decision', deciding(first.rowId), 'governance');
    const next = clockOf(one, 'breach-decision');
    expect(next?.start).toBe(one.standing.withdrawn?.[0]?.at);
    expect((next?.due as string) > (due as string)).toBe(true);
    expect(one.whyNot('record-breach-decision', deciding(first.rowId), 'governance')).toEqual([
      '/rowId notWaiting',
    ]);
    one.give('record-breach-decision', deciding(second.rowId), 'governance');
    expect(one.clocks).not.toContain('breach-decision');
  });

  it('is none where the entry was right: it is shown again, and counts again', () => {
    const one = withAView();
    const { rowId } = withdrawing(one, 'view');
    one.give('withdraw-entry', { rowId, reason: 'x' }, 'worker');
    const decision = deciding(rowId, { finding: 'no-breach-restore' });
    const reported = { ...decision, reported: 'yes' };
    expect(one.whyNot('record-breach-decision', reported, 'governance')).toEqual(['/reported noBreach']);
    one.give('record-breach-decision', decision, 'governance');
    expect(wrongRows(rowsOf(one)).has(rowId)).toBe(false);
    expect(one.standing.views.child).toBe(1);
    expect(rowOf(one, 'entry-restored')).toMatchObject({ replaces: rowId });
  });

  it('of a restricted case is decided too: governance knows that it exists as long as the decision waits', () => {
    const one = withAView();
    const { governance, worker, nurse } = one.world.people;
    one.give('restrict', { reason: 'Made up', readers: [worker.userId] }, 'manager');
    const reads = () =>
      classesRead(readersOf(topicOf('childCase'), one.record, one.world.at), governance, one.world.at);
    expect(reads()).toEqual([]);
    const payload = withdrawing(one, 'view');
    one.give('withdraw-entry', payload, 'worker');
    expect(reads()).toEqual(['existence']);
    expect(one.world.outgoing.at(-1)?.principal).toBe('role:information-governance');
    one.give('record-breach-decision', deciding(payload.rowId, { told: [nurse.userId] }), 'governance');
    expect(one.world.outgoing.at(-1)).toMatchObject({
      principal: `user:${nurse.userId}`,
      record: { kind: 'user', id: nurse.userId },
    });
    expect(reads()).toEqual([]);
  });
});

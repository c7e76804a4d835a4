import { expect, it } from 'vitest';
import { queueOf } from '../queue-lines.js';
import { aChildCase } from '../testing/a-child-case.js';
import { anAllocation } from '../testing/payloads.js';
import { topicOf } from '../topics.js';
import { stillToFindOut } from './still-to-find-out.js';

const notKnown = (...codes: string[]) => codes.map((code) => ({ code, answer: 'not-known' as const }));

it('what nobody knew stays open, each once and as it was first asked, until an assessment answers it', () => {
  const one = aChildCase().assessed('none', {
    answers: notKnown('second-phone', 'drawn-to-meet'),
    learningDisability: 'not-known',
  });
  const open = () => stillToFindOut(one.world.written.get(one.id) ?? []);
  const [first] = open();
  expect(
    open()
      .map(({ code }) => code)
      .sort(),
  ).toEqual(['about/learning-disability', 'drawn-to-meet', 'second-phone']);
  expect(first).toMatchObject({
    how: expect.stringContaining('No child is asked to obtain information'),
    who: `user:${one.world.people.worker.userId}`,
  });
  one.assessed('none', { answers: [...notKnown('second-phone'), { code: 'drawn-to-meet', answer: 'no' }] });
  expect(open().map(({ code }) => code)).toEqual(['second-phone']);
  expect(open()[0]?.due).toBe(first?.due);
  one.assessed('low', {
    answers: [{ code: 'second-phone', answer: 'yes', evidence: { source: 'Aunt', date: '2026-10-20' } }],
  });
  expect(open()).toEqual([]);
  expect(one.clocks).not.toContain('to-find-out');
});

it('what nobody knew has a day, stands in the worker’s list until an assessment answers it, and goes with the worker', () => {
  const one = aChildCase().assessed('none', { answers: notKnown('second-phone') });
  const { worker, colleague } = one.world.people;
  const clock = () => one.standing.clocks.find(({ rule }) => rule === 'to-find-out');
  const listed = (userId: string) =>
    queueOf(topicOf('childCase'), one.world.getRecord(one.id)).some(
      (line) => line.step === 'to-find-out' && line.principal === `user:${userId}`,
    );
  const first = clock()?.due;
  expect(first).toMatch('2026-11-17');
  expect(listed(worker.userId)).toBe(true);
  one.world.pass(3);
  one.assessed('none', { answers: notKnown('second-phone', 'drawn-to-meet') });
  expect(clock()?.due).toBe(first);
  one.assessed('none', { answers: [...notKnown('drawn-to-meet'), { code: 'second-phone', answer: 'no' }] });
  expect((clock()?.due as string) > (first as string)).toBe(true);
  one.give(
    'allocate-worker',
    anAllocation(colleague.userId, { reason: 'Made up', handover: 'Made up' }),
    'manager',
  );
  expect([listed(worker.userId), listed(colleague.userId)]).toEqual([false, true]);
});

it('what is found out later is recorded without a new assessment, and no grade waits for it', () => {
  const one = aChildCase().assessed('none', { answers: notKnown('second-phone', 'drawn-to-meet') });
  const { grade } = one.standing.proposed ?? {};
  const finding = (code: string) => ({ code, found: 'No (made up)', source: 'The aunt (made up)' });
  one.world.pass(2);
  one.give('record-finding', finding('second-phone'), 'worker');
  expect(stillToFindOut(one.world.written.get(one.id) ?? []).map(({ code }) => code)).toEqual([
    'drawn-to-meet',
  ]);
  expect(one.whyNot('record-finding', finding('second-phone'), 'worker')).toEqual(['/code notOpen']);
  one.give('record-finding', finding('drawn-to-meet'), 'worker');
  expect(one.clocks).not.toContain('to-find-out');
  expect(one.standing.proposed?.grade).toBe(grade);
  expect(one.whyNot('record-finding', finding('drawn-to-meet'), 'worker')).toEqual(['nothingToFindOut']);
  one.world.pass(1);
  one.assessed('none', { answers: notKnown('second-phone') });
  expect(one.clocks).toContain('to-find-out');
});

it.each(['finding', 'assessment'])(
  'what only a withdrawn %s had answered is to be found out again',
  (kind) => {
    const one = aChildCase().assessed('none', { answers: notKnown('second-phone') });
    const due = () => one.standing.clocks.find(({ rule }) => rule === 'to-find-out')?.due;
    const first = due();
    one.world.pass(1);
    if (kind === 'assessment') {
      one.assessed('none', { answers: [{ code: 'second-phone', answer: 'no' as const }] });
      one.world.pass(1);
      one.assessed('none');
    } else one.give('record-finding', { code: 'second-phone', found: 'No', source: 'The aunt' }, 'worker');
    expect(due()).toBeUndefined();
    const rows = one.world.written.get(one.id) ?? [];
    const answers = rows.filter((row) => row.kind === kind).sort((a, b) => (a.id < b.id ? -1 : 1));
    const answer = kind === 'assessment' ? answers[1] : answers[0];
    const rowId = answer?.id ?? 'none';
    one.give('withdraw-entry', { rowId, reason: 'Two files were open' }, 'manager');
    expect(due()).toBe(first);
    const restored = { rowId, finding: 'no-breach-restore', reported: 'no', reasons: 'It was this child' };
    one.give('record-breach-decision', restored, 'governance');
    expect(due()).toBeUndefined();
  },
);

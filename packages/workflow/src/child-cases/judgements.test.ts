import { describe, expect, it } from 'vitest';
import { aChildCase } from '../testing/a-child-case.js';
import { dueClock } from '../testing/people.js';
import { whyNot } from '../testing/why-not.js';
import { readersOfCase } from './access.js';

const judgedAt = '2026-10-01T09:00:00.000Z';
const chairReads = (one: ReturnType<typeof aChildCase>) =>
  readersOfCase(one.record as never).some((reader) => reader.principal === 'role:chair');

describe('a case that was judged before cases were marked for the chair', () => {
  it('is marked by the system, once, and read by the chair from then on', () => {
    const one = aChildCase().graded('medium');
    expect(chairReads(one)).toBe(false);
    const mark = () =>
      whyNot(one.world.ask('child-cases/mark-for-chair', { judgedAt }, dueClock, { record: one.id }));
    expect(mark()).toEqual([]);
    expect(one.standing.forChair).toBe(judgedAt);
    expect(chairReads(one)).toBe(true);
    expect(mark()).toEqual(['marked']);
  });

  it('is marked by nobody else', () => {
    const one = aChildCase().graded('medium');
    for (const who of ['chair', 'manager', 'admin'] as const)
      expect(one.whyNot('mark-for-chair', { judgedAt }, who), who).toEqual(['forbidden']);
  });
});

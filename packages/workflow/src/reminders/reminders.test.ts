import { describe, expect, it } from 'vitest';
import type { ReminderStage } from '../profile/profile.js';
import { englandProfile } from '../profile/profile.js';
import { reachedStages, reminderAt } from './reached-stages.js';
import { isUrgentMessage } from './urgent.js';

const days = englandProfile.reminders.days;
const stage = (id: string): ReminderStage => days.find((one) => one.id === id) as ReminderStage;
/** The end of Friday 27 November 2026 in England. */
const friday = '2026-11-27T23:59:59.999Z';

describe('a reminder of a clock that counts days', () => {
  it('comes on the morning of the working day before, over a weekend on the Friday', () => {
    expect(reminderAt(friday, stage('due-soon'), englandProfile)).toBe('2026-11-26T07:00:00.000Z');
    expect(reminderAt('2026-11-30T23:59:59.999Z', stage('due-soon'), englandProfile)).toBe(
      '2026-11-27T07:00:00.000Z',
    );
  });

  it('comes at once when it is overdue, and again on the fifth working day', () => {
    expect(reminderAt(friday, stage('overdue'), englandProfile)).toBe(friday);
    expect(reminderAt(friday, stage('long-overdue'), englandProfile)).toBe('2026-12-04T07:00:00.000Z');
  });
});

describe('which clocks have reached a stage', () => {
  it('follows from the due time alone, to the millisecond, for every stage of every rule', () => {
    for (const now of ['2026-11-26T07:00:30.000Z', '2026-03-29T01:30:00.000Z', '2026-12-26T12:00:00.000Z'])
      for (const { dueUpTo, rule, stage: id } of reachedStages(englandProfile, now)) {
        const { byClock, days: byDays, hours } = englandProfile.reminders;
        const all = [...(byClock[rule as never] ?? []), ...byDays, ...hours] as ReminderStage[];
        const fits = all
          .filter((one) => one.id === id)
          .some((one) => {
            const reached = reminderAt(dueUpTo, one, englandProfile) <= now;
            const next = new Date(Date.parse(dueUpTo) + 1).toISOString();
            return reached && reminderAt(next, one, englandProfile) > now;
          });
        expect([rule, id, fits]).toEqual([rule, id, true]);
      }
  });

  it('gives each due time one stage at most, the latest that has come, and leaves none out that has come to any', () => {
    const stages = reachedStages(englandProfile, '2026-11-26T07:00:30.000Z');
    for (const rule of Object.keys(englandProfile.clocks)) {
      const own = stages.filter((one) => one.rule === rule);
      for (const [place, { dueUpTo, dueAfter }] of own.entries()) {
        const later = own[place + 1];
        expect([rule, dueAfter]).toEqual([rule, later ? later.dueUpTo : null]);
        if (dueAfter) expect(dueAfter < dueUpTo).toBe(true);
      }
    }
  });

  it('reminds by hours where the clock counts hours, and as the profile says of one clock', () => {
    const of = (rule: string) =>
      reachedStages(englandProfile, friday)
        .filter((one) => one.rule === rule)
        .map((one, place) => `${place} ${one.stage} ${one.to.join('+')}`);
    expect(of('return-home-interview')).toEqual([
      '0 due-soon owner+manager',
      '1 overdue owner+manager+duty-manager',
      '2 long-overdue manager+senior',
    ]);
    expect(of('danger-acknowledgement')[0]).toBe('0 overdue duty-manager+manager+senior');
    expect(of('reassessment')[0]).toBe('0 due-soon owner');
  });
});

describe('what is told at once', () => {
  it('is immediate danger, a child who is missing and an opening in an emergency, and what reminds of danger', () => {
    for (const kind of ['danger-alert', 'child-missing', 'glass-broken'])
      expect(isUrgentMessage(kind)).toBe(true);
    expect(isUrgentMessage('reminder-overdue', 'danger-acknowledgement')).toBe(true);
    expect(isUrgentMessage('reminder-overdue', 'oversight')).toBe(false);
    expect(isUrgentMessage('worker-allocated')).toBe(false);
  });
});

import { describe, expect, it } from 'vitest';
import { englandProfile, type Profile } from '../profile/profile.js';
import { findShippedProfile } from '../profile/shipped-profiles.js';
import { dueAt } from './due.js';
import { countedBy, isProvisionalDue, whyDue } from './why-due.js';

const area = englandProfile;
const why = (rule: string, start: string, due: string) => whyDue({ rule, start, due }, area).join(' ');
const counted = (rule: 'triage-decision' | 'plan-sharing', start: string, times = 1) => {
  const { amount, unit } = area.clocks[rule];
  return dueAt(amount * times, unit, start, area);
};

describe('why a clock is due when it is', () => {
  it('says from what and how long it counts, and where the rule comes from', () => {
    const start = '2026-11-02T09:00:00.000Z';
    expect(why('triage-decision', start, counted('triage-decision', start))).toBe(
      '1 working day, counted from receipt of the referral: Monday 2 November 2026. Source: Working Together: decision on the type of response within one working day of receipt.',
    );
  });

  it('names the bank holidays that were passed over, and none that fell on a weekend', () => {
    const start = '2026-12-24T09:00:00.000Z';
    const said = why('triage-decision', start, counted('triage-decision', start));
    expect(said).toContain('Not counted, besides weekends: Friday 25 December 2026 (Christmas Day');
    expect(said).toContain('Monday 28 December 2026');
    expect(said).not.toContain('Saturday 26');
  });

  it('says that hours count through nights and weekends', () => {
    const start = '2026-11-06T18:00:00.000Z';
    expect(why('strategy-discussion', start, '2026-11-07T18:00:00.000Z')).toContain(
      '24 hours, counted from immediate danger being raised: Friday 6 November 2026. Hours count through nights and weekends.',
    );
  });

  it('says at which grade a clock is so long, and each that it may have been where two are alike', () => {
    const start = '2026-11-02T09:00:00.000Z';
    const { byGrade } = area.clocks['panel-review'];
    for (const [grade, { amount, unit }] of Object.entries(byGrade)) {
      const { direction, nonWorkingDay } = area.clocks['panel-review'];
      const due = dueAt(amount, unit, start, { ...area, direction, nonWorkingDay } as typeof area);
      const { name } = area.grades[grade as keyof typeof area.grades];
      expect(why('panel-review', start, due)).toMatch(new RegExp(`at [A-Za-z ]*grade ${name}`));
    }
  });

  it('calls grades what the area calls them', () => {
    const categories = findShippedProfile('england-categories') as Profile;
    const start = '2026-11-02T09:00:00.000Z';
    const { byGrade, direction, nonWorkingDay } = categories.clocks['panel-review'];
    const { amount, unit } = byGrade.medium as NonNullable<typeof byGrade.medium>;
    const due = dueAt(amount, unit, start, { ...categories, direction, nonWorkingDay } as typeof area);
    const said = whyDue({ rule: 'panel-review', start, due }, categories).join(' ');
    expect(said).toContain('grade Category 2');
    expect(said).not.toContain('grade medium');
  });

  it('does not pretend that a rule gives a day that was given with what was recorded', () => {
    const said = why('action-due', '2026-11-02T09:00:00.000Z', '2027-03-17T23:59:59.999Z');
    expect(said).toContain('The day was given with what was recorded, or moved since');
    expect(said).toContain('Source: ');
  });

  it('says that an age is counted from the birth date', () => {
    expect(why('eighteenth-birthday', '2013-09-01T11:00:00.000Z', '2031-09-01T22:59:59.999Z')).toContain(
      'It falls on an age, counted from the birth date: Sunday 1 September 2013.',
    );
  });

  it('says that the day may still move where it is counted over a year of unpublished bank holidays', () => {
    const [start, settled] = ['2028-12-28T09:00:00.000Z', '2027-11-02T09:00:00.000Z'];
    const clock = { rule: 'triage-decision', start, due: dueAt(3, 'workingDays', start, area) };
    const three = {
      ...area,
      clocks: { ...area.clocks, 'triage-decision': { ...area.clocks['triage-decision'], amount: 3 } },
    };
    expect(isProvisionalDue(clock, three)).toBe(true);
    expect(whyDue(clock, three).join(' ')).toContain(
      'Provisional: bank holidays of that time are not published yet',
    );
    const sure = { rule: 'triage-decision', start: settled, due: counted('triage-decision', settled) };
    expect(isProvisionalDue(sure, area)).toBe(false);
    expect(whyDue(sure, area).join(' ')).not.toContain('Provisional');
    const putOff = { from: clock.due, by: 'A manager', reason: 'Made up' };
    expect(isProvisionalDue({ ...clock, extended: putOff }, three)).toBe(false);
    const hours = {
      rule: 'strategy-discussion',
      start: '2029-03-06T18:00:00.000Z',
      due: '2029-03-07T18:00:00.000Z',
    };
    expect(isProvisionalDue(hours, area)).toBe(false);
  });

  it('goes by the first rules that give the day, where what started it was recorded after they changed', () => {
    const start = '2026-11-02T09:00:00.000Z';
    const later = {
      ...area,
      clocks: { ...area.clocks, 'triage-decision': { ...area.clocks['triage-decision'], amount: 2 } },
    };
    const clock = (times: number) => ({
      rule: 'triage-decision',
      start,
      due: counted('triage-decision', start, times),
    });
    expect(countedBy(clock(1), [area, later])).toBe(area);
    expect(countedBy(clock(2), [area, later])).toBe(later);
    expect(countedBy(clock(5), [area, later])).toBe(area);
  });

  it('says so where the rules of that day did not know the clock', () => {
    expect(why('made-up', '2026-11-02T09:00:00.000Z', '2026-11-03T09:00:00.000Z')).toContain(
      'by a rule that the area’s rules of that day do not have',
    );
  });
});

import { describe, expect, it } from 'vitest';
import { englandProfile } from '../profile/profile.js';
import { aChildCase, type ChildCaseBuilder } from '../testing/a-child-case.js';
import { anAdultPathway } from '../testing/leaving-payloads.js';
import { aClosure } from '../testing/payloads.js';
import { dueClock } from '../testing/people.js';
import { whyNot } from '../testing/why-not.js';
import { nextPrompt } from './adult.js';

const day = (one: ChildCaseBuilder, rule: string) => one.due(rule)?.slice(0, 10);
const born = (birthDate: string) =>
  aChildCase()
    .referred({ child: { firstName: 'Sam', birthDate } })
    .withWorker();

/** Lets the 18th birthday pass, and its clock give its command. */
function comesOfAge(one: ChildCaseBuilder): ChildCaseBuilder {
  const clock = one.standing.clocks.find(({ rule }) => rule === 'eighteenth-birthday') as never as {
    id: string;
    rule: string;
    due: string;
  };
  const days = Math.ceil((Date.parse(clock.due) - Date.parse(one.world.at)) / 86_400_000);
  one.world.pass(days);
  const giving = { record: one.id, happened: clock.due };
  one.world.give('child-cases/mark-adult', {}, { ...dueClock, clock }, giving);
  return one;
}

describe('the prompts on the way to adulthood', () => {
  it.each([
    ['of thirteen', '2013-05-01', '2030-02-01'],
    ['just before 16 years 9 months', '2010-02-04', '2026-11-04'],
    ['on the day of 16 years 9 months', '2010-02-03', '2026-11-03'],
    ['past 16 years 9 months', '2010-02-02', '2027-02-02'],
    ['past 17', '2009-10-31', '2027-04-30'],
    ['past 17 and a half', '2009-05-01', '2027-04-01'],
    ['past 17 years 11 months', '2008-11-20', undefined],
  ])('begin with the first that does not lie behind, for somebody %s', (_, birthDate, due) => {
    expect(day(born(birthDate), 'transition-prompt')).toBe(due);
  });

  it('begin at the next assessment at the latest where the birth date was not known before, and not without one', () => {
    const one = aChildCase()
      .referred({ child: { firstName: 'Sam' } })
      .withWorker();
    expect(day(one, 'transition-prompt')).toBeUndefined();
    expect(day(one.assessed('low'), 'eighteenth-birthday')).toBeUndefined();
    const child = one.world.getRecord(one.standing.childId);
    const known = { ...child.standing, birthDate: '2012-05-01' } as never;
    one.world.records.set(child.id, { ...child, standing: known });
    expect(day(one.assessed('low'), 'eighteenth-birthday')).toBe('2030-05-01');
  });

  it('are each answered by a record of the pathway, which lets the next begin', () => {
    const one = born('2010-02-20');
    expect(day(one, 'transition-prompt')).toBe('2026-11-20');
    one.give('record-adult-pathway', anAdultPathway({ decision: 'referred' }), 'worker');
    expect(day(one, 'transition-prompt')).toBe('2027-02-20');
    one.give('record-adult-pathway', anAdultPathway(), 'worker');
    expect(day(one, 'transition-prompt')).toBe('2027-02-20');
    one.world.pass(120);
    one.give('record-adult-pathway', anAdultPathway(), 'worker');
    expect(day(one, 'transition-prompt')).toBe('2027-08-20');
    one.world.pass(200);
    one.give('record-adult-pathway', anAdultPathway(), 'worker').assessed('low');
    expect(day(one, 'transition-prompt')).toBe('2028-01-20');
    one.give('record-adult-pathway', anAdultPathway(), 'worker').assessed('low');
    expect(day(one, 'transition-prompt')).toBeUndefined();
  });

  it('run on overdue until the pathway is recorded: none is forgotten because another comes', () => {
    const one = born('2010-02-20');
    one.world.pass(140);
    one.assessed('low');
    expect(day(one, 'transition-prompt')).toBe('2026-11-20');
  });

  it('follow the profile of the area', () => {
    const profile = { ...englandProfile, transitionPrompts: [{ years: 17, months: 3 }] };
    expect(nextPrompt('2010-05-31', { profile, today: '2026-11-03', recorded: null })).toBe('2027-08-31');
  });

  it('ask who decided once there is a decision', () => {
    const one = born('2010-02-20');
    const undecided = anAdultPathway({ decidedBy: '' });
    expect(one.whyNot('record-adult-pathway', undecided, 'worker')).toEqual(['/decidedBy asked']);
    expect(one.whyNot('record-adult-pathway', { ...undecided, decision: 'referred' }, 'worker')).toEqual([]);
  });
});

describe('on the 18th birthday', () => {
  it('nothing closes itself: the case is marked adult, and a decision is due in ten working days', () => {
    const one = comesOfAge(born('2008-12-01'));
    expect(one.state).toBe('assessing/notListed');
    expect(one.standing.adult?.since?.slice(0, 10)).toBe('2026-12-01');
    expect(day(one, 'adult-decision')).toBe('2026-12-15');
    expect(one.standing.clocks.find(({ rule }) => rule === 'adult-decision')?.who).toBe(
      'team:team-north:manager',
    );
    expect(day(one, 'transition-prompt')).toBeUndefined();
  });

  it('is given by the due clock and by no person', () => {
    expect(born('2008-12-01').whyNot('mark-adult', {}, 'manager')).toEqual(['forbidden']);
  });

  it('somebody who is 18 as the case opens is marked at once', () => {
    const one = born('2008-05-01');
    expect(one.standing.adult?.since).not.toBeNull();
    expect(one.clocks).toContain('adult-decision');
    expect(day(one, 'eighteenth-birthday')).toBeUndefined();
  });

  it('a manager decides to go on until a day on which it is decided again', () => {
    const one = comesOfAge(born('2008-12-01'));
    expect(
      one.whyNot('continue-as-adult', { reasons: 'Trial ahead', until: '2026-12-01' }, 'manager'),
    ).toEqual(['/until future']);
    one.give('continue-as-adult', { reasons: 'Trial ahead', until: '2027-02-01' }, 'manager');
    expect(day(one, 'adult-decision')).toBe('2027-02-01');
    expect(
      born('2010-12-01').whyNot('continue-as-adult', { reasons: 'x', until: '2027-02-01' }, 'manager'),
    ).toEqual(['notAdult']);
  });

  it('nobody is marked as an adult under 18, whatever a clock says', () => {
    const one = born('2008-12-01');
    const clock = one.standing.clocks.find(({ rule }) => rule === 'eighteenth-birthday') as never as {
      id: string;
      rule: string;
      due: string;
    };
    const giving = { record: one.id, happened: clock.due };
    const give = () => whyNot(one.world.ask('child-cases/mark-adult', {}, { ...dueClock, clock }, giving));
    one.world.pass(29);
    const child = one.world.getRecord(one.standing.childId);
    const bornOn = (birthDate: string) =>
      one.world.records.set(child.id, { ...child, standing: { ...child.standing, birthDate } as never });
    bornOn('2009-06-01');
    expect(give()).toEqual(['under18']);
    expect(one.standing.adult?.since ?? null).toBeNull();
    bornOn('2008-12-01');
    expect(give()).toEqual([]);
  });

  it('a proposal to close answers the decision; refused, it is due again', () => {
    const one = comesOfAge(born('2008-12-01'));
    one.give('propose-closure', aClosure({ reason: 'turned-18' }), 'worker');
    expect(one.clocks).not.toContain('adult-decision');
    one.give('refuse-closure', { reason: 'The trial is ahead' }, 'manager');
    expect(one.clocks).toContain('adult-decision');
  });

  it('the pathway on record is not asked for again when the case closes', () => {
    const one = comesOfAge(born('2008-12-01'));
    one.give('record-adult-pathway', anAdultPathway(), 'worker');
    one.give('propose-closure', aClosure({ reason: 'turned-18', adultPathway: '' }), 'worker');
    expect(one.whyNot('approve-closure', { reasons: 'Agreed' }, 'manager')).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';
import { clockLength } from './clock-rule.js';
import { englandProfile } from './profile.js';
import { validateProfile } from './validate-profile.js';

/** England's profile with the values at some pointers replaced, or removed where undefined. */
function changed(...changes: [pointer: string, value: unknown][]): unknown {
  const copy = structuredClone(englandProfile);
  for (const [pointer, value] of changes) {
    const keys = pointer.slice(1).split('/');
    const last = keys.pop() ?? '';
    const parent = keys.reduce<object>((part, key) => Reflect.get(part, key), copy);
    if (value === undefined) Reflect.deleteProperty(parent, last);
    else Reflect.set(parent, last, value);
  }
  return copy;
}

describe('the profile of England', () => {
  it('has no fault', () => {
    expect(validateProfile(englandProfile)).toEqual([]);
  });

  it('asks for a triage decision within one working day and a conference within fifteen', () => {
    expect(clockLength(englandProfile.clocks['triage-decision'])).toEqual({ amount: 1, unit: 'workingDays' });
    expect(clockLength(englandProfile.clocks.conference)).toEqual({ amount: 15, unit: 'workingDays' });
  });

  it.each([
    ['first-assessment', 10, 5],
    ['grade-confirmation', 5, 1],
    ['plan-agreement', 10, 5],
  ] as const)(
    'shortens the clock %s from %i to %i working days for a child at raised risk',
    (id, usual, raised) => {
      expect(clockLength(englandProfile.clocks[id])?.amount).toBe(usual);
      expect(clockLength(englandProfile.clocks[id], { raised: true })?.amount).toBe(raised);
    },
  );

  it('asks for safety actions the same day at raised risk only', () => {
    const rule = englandProfile.clocks['same-day-safety-actions'];
    expect(clockLength(rule)).toBeNull();
    expect(clockLength(rule, { raised: true })).toEqual({ amount: 0, unit: 'calendarDays' });
  });

  it.each([
    ['reassessment', 'high', { amount: 4, unit: 'weeks' }],
    ['reassessment', 'medium', { amount: 6, unit: 'weeks' }],
    ['reassessment', 'low', { amount: 3, unit: 'months' }],
    ['reassessment', 'none', null],
    ['contact', 'high', { amount: 1, unit: 'weeks' }],
    ['panel-review', 'medium', { amount: 3, unit: 'months' }],
    ['panel-review', 'high', null],
  ] as const)('runs the clock %s at %s for %o', (id, grade, length) => {
    expect(clockLength(englandProfile.clocks[id], { grade })).toEqual(length);
  });

  it('starts no graded clock while there is no grade', () => {
    expect(clockLength(englandProfile.clocks.contact, { grade: null })).toBeNull();
  });
});

describe('a faulty profile', () => {
  it.each<[string, string, unknown, string, string]>([
    ['without a name', '/name', undefined, '/name', 'is missing'],
    ['with an empty name', '/name', ' ', '/name', 'must be text and not empty'],
    ['with a clock left out', '/clocks/conference', undefined, '/clocks/conference', 'is missing'],
    ['with a clock nobody knows', '/clocks/tea', {}, '/clocks/tea', 'is not known here'],
    [
      'with half a working day',
      '/clocks/minutes/amount',
      0.5,
      '/clocks/minutes/amount',
      'must be a whole number from 0 to 1000',
    ],
    [
      'with a unit nobody knows',
      '/clocks/oversight/unit',
      'fortnights',
      '/clocks/oversight/unit',
      'must be one of: hours, calendarDays, workingDays, weeks, months',
    ],
    [
      'with a clock under another id',
      '/clocks/papers/id',
      'minutes',
      '/clocks/papers/id',
      'must be one of: papers',
    ],
    [
      'with a grade nobody knows',
      '/closing/grade',
      'severe',
      '/closing/grade',
      'must be one of: none, low, medium, high',
    ],
    [
      'with a day that does not exist',
      '/effectiveFrom',
      '2026-02-30',
      '/effectiveFrom',
      'must be a date of the calendar written YYYY-MM-DD',
    ],
    [
      'with a time zone nobody knows',
      '/timeZone',
      'Europe/Camelot',
      '/timeZone',
      'is no time zone of the IANA list',
    ],
    [
      'with a floor test nobody knows',
      '/floors/0/test',
      { kind: 'weather' },
      '/floors/0/test/kind',
      'must be one of: age-under, learning-disability, domain-level, current-harm',
    ],
    ['with a floor twice', '/floors/1/id', 'under-13', '/floors/1/id', 'repeats "under-13"'],
    [
      'with a reminder to nobody',
      '/reminders/days/0/to',
      [],
      '/reminders/days/0/to',
      'must have at least 1 item',
    ],
  ])('%s is refused at the place', (_title, at, value, pointer, reason) => {
    expect(validateProfile(changed([at, value]))).toEqual([{ pointer, reason }]);
  });

  it('shows all its faults at once', () => {
    const faults = validateProfile(
      changed(['/name', undefined], ['/relistMonths', 'six'], ['/panel/quorum/agencies', []]),
    );
    expect(faults.map((fault) => fault.pointer)).toEqual([
      '/name',
      '/panel/quorum/agencies',
      '/relistMonths',
    ]);
  });

  it.each([[null], [[]], ['England'], [undefined]])('that is no object at all (%o) is refused', (value) => {
    expect(validateProfile(value)).toEqual([{ pointer: '', reason: 'must be an object' }]);
  });
});

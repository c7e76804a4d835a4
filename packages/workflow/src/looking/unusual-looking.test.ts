import { describe, expect, it } from 'vitest';
import type { Role } from '../roles.js';
import type { LookedAt, Looker, Looking } from './looked.js';
import { unusualLooking } from './unusual-looking.js';
import { median, medianDeviation } from './volume-lines.js';

const area = { timeZone: 'Europe/London', nation: 'england-and-wales' } as const;
const person = (id: string, name: string, role: Role = 'worker', agencyId = 'council'): Looker => ({
  id,
  name,
  agencyId,
  roles: [role],
});
const people = [
  person('wren', 'Wren Worker'),
  person('mo', 'Mo Manager', 'manager'),
  person('pat', 'Pat Officer', 'member', 'police'),
  person('tess', 'Tess Triage', 'triage-social-worker'),
  person('dara', 'Dara Duty', 'duty-manager'),
];
const look = (more: Partial<LookedAt> = {}): LookedAt => ({
  userId: 'wren',
  personId: 'child-1',
  personName: 'Robin Synthetic',
  hour: '2026-11-04T10:00:00.000Z',
  last: '2026-11-04T10:20:00.000Z',
  action: 'children/view',
  looks: 1,
  tied: true,
  ...more,
});
const linesOf = (looked: LookedAt[], more: Partial<Looking> = {}) =>
  unusualLooking({ looked, refused: [], people, ...more }, area);
const rulesOf = (looked: LookedAt[], more: Partial<Looking> = {}) =>
  linesOf(looked, more).map(({ rule }) => rule);

describe('the report of unusual looking', () => {
  it('says nothing of a worker who opens the record of a child whom he or she works with, by day', () => {
    expect(linesOf([look()])).toEqual([]);
  });

  it('names who opened a record with his or her own surname, also where he or she works with the child', () => {
    const [line] = linesOf([look({ personName: 'Robin Wörker', looks: 2 })]);
    expect(line).toMatchObject({ rule: 'ownName', userId: 'wren', personIds: ['child-1'], looks: 2 });
    expect(line?.words).toBe(
      'Opened twice the record of a child with the same surname as his or her own, and works with the child.',
    );
    expect(linesOf([look({ personName: 'Wren WORKER' })])[0]?.words).toContain('very same name');
  });

  it('names who opened the record of a child with a colleague’s surname without a part in the case', () => {
    const named = { personName: 'Robin Manager', tied: false };
    expect(rulesOf([look(named)])).toEqual(['colleagueName', 'noRelation']);
    expect(rulesOf([look({ ...named, tied: true })])).toEqual([]);
    // Somebody at another agency is nobody’s colleague.
    expect(rulesOf([look({ personName: 'Robin Officer', tied: false })])).toEqual(['noRelation']);
  });

  it('names who opened three children of one surname without a part in their cases, and not who opened two', () => {
    const siblings = (count: number) =>
      Array.from({ length: count }, (_, n) =>
        look({ userId: 'tess', personId: `child-${n}`, personName: `Child${n} Example`, tied: false }),
      );
    expect(rulesOf(siblings(2))).toEqual([]);
    expect(rulesOf(siblings(3))).toEqual(['sameSurname']);
  });

  it('names who has no relation to a child, unless the role goes across all children', () => {
    expect(rulesOf([look({ tied: false })])).toEqual(['noRelation']);
    expect(rulesOf([look({ tied: false, userId: 'tess' })])).toEqual([]);
  });

  it('takes no list, message or agenda for a choice', () => {
    for (const action of [
      'work-queue/list',
      'messages/list',
      'children/list',
      'sittings/view',
      'sittings/pack',
    ])
      expect([action, rulesOf([look({ action, tied: false, personName: 'Robin Worker' })])]).toEqual([
        action,
        [],
      ]);
  });

  it('names a day far above what is usual for the role, by median and spread, and explains the measure', () => {
    const dayOf = (day: number, children: number) =>
      Array.from({ length: children }, (_, n) =>
        look({ personId: `c${day}-${n}`, hour: `2026-11-${String(day).padStart(2, '0')}T10:00:00.000Z` }),
      );
    const usual = [2, 3, 4, 5, 6].flatMap((day) => dayOf(day, day + 1));
    expect(rulesOf(usual)).toEqual([]);
    // Above the role’s usual days, but below the least number that stands out.
    expect(rulesOf([...usual, ...dayOf(9, 20)])).toEqual([]);
    const [line] = linesOf([...usual, ...dayOf(9, 31)]);
    expect(line).toMatchObject({ rule: 'volume', line: 'volume:wren:2026-11-09', looks: 31 });
    expect(line?.words).toMatch(
      /31 children on 2026-11-09\. The usual day has 5\.5 for the role Worker, over 6 days/,
    );
  });

  it('is not moved by one extreme day when it measures what is usual', () => {
    expect([median([3, 1, 2]), median([4, 1, 2, 3]), median([])]).toEqual([2, 2.5, 0]);
    expect(medianDeviation([3, 4, 5, 6, 7, 900])).toBe(1.5);
  });

  it('names looking outside hours on the local clock, not by those who work at all hours', () => {
    const at = (hour: string, userId = 'wren') =>
      [1, 2, 3].map((n) => look({ personId: `c${n}`, hour, userId }));
    expect(rulesOf(at('2026-11-04T06:00:00.000Z'))).toEqual(['outsideHours']);
    expect(rulesOf(at('2026-07-01T06:00:00.000Z'))).toEqual([]);
    expect(rulesOf(at('2026-11-07T12:00:00.000Z'))).toEqual(['outsideHours']);
    expect(rulesOf(at('2026-12-25T12:00:00.000Z'))).toEqual(['outsideHours']);
    expect(rulesOf(at('2026-11-04T22:00:00.000Z', 'dara'))).toEqual([]);
    expect(rulesOf(at('2026-11-04T22:00:00.000Z').slice(0, 2))).toEqual([]);
  });

  it('names who was refused five times in a day', () => {
    const tries = (looks: number) => ({
      refused: [
        {
          userId: 'pat',
          hour: '2026-11-04T10:00:00.000Z',
          last: '2026-11-04T10:30:00.000Z',
          looks,
          records: looks,
        },
      ],
    });
    expect(rulesOf([], tries(4))).toEqual([]);
    const [line] = linesOf([], tries(5));
    expect(line).toMatchObject({ rule: 'refused', line: 'refused:pat:2026-11-04', looks: 5, personIds: [] });
  });

  it('gives a line the same name in every period, and the newest first', () => {
    const one = look({ tied: false });
    const later = { hour: '2026-11-05T10:00:00.000Z', last: '2026-11-05T10:00:00.000Z' };
    const two = look({ tied: false, personId: 'child-2', ...later });
    expect(linesOf([one, two]).map(({ line }) => line)).toEqual([
      'noRelation:wren:child-2',
      'noRelation:wren:child-1',
    ]);
    expect(linesOf([one])[0]?.line).toBe('noRelation:wren:child-1');
  });
});

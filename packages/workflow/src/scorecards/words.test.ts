import { describe, expect, it } from 'vitest';
import { englandProfile, type Profile } from '../profile/profile.js';
import { findShippedProfile } from '../profile/shipped-profiles.js';
import type { ScorecardId } from './measure.js';
import { findMeasure } from './registry.js';
import { definitionsOf, partLabel, scorecardOf } from './scorecard.js';

const days = {
  ...{ from: '2026-01-01', to: '2026-03-31', compareFrom: null, compareTo: null },
  ...{ knownAt: '2026-04-01T09:00:00.000Z', entries: null },
};
const codes = {
  ethnicity: (code: string) => (code === 'ABAN' ? 'Bangladeshi' : code),
  legalStatus: (code: string) => (code === 'C2' ? 'Full care order (C2)' : code),
};
const label = (id: ScorecardId, measure: string, part: string, profile: Profile = englandProfile) =>
  scorecardOf(id, days, {
    counts: [{ measure, part, n: 7 }],
    compared: null,
    profile,
    codes,
  }).figures.flatMap(({ lines }) => lines.map((line) => line.label))[0];

describe('a scorecard speaks in words', () => {
  it.each([
    ['panel', 'sittings', 'held', 'Held'],
    ['cohort', 'ethnicity', 'ABAN', 'Bangladeshi'],
    ['cohort', 'ethnicity', 'not-known', 'Not known'],
    ['cohort', 'legalStatus', 'C2', 'Full care order (C2)'],
    ['cohort', 'legalStatus', 'not-looked-after', 'Not looked after'],
    ['cohort', 'vulnerability', 'marac', 'MARAC'],
    ['children', 'openAtEnd', 'high', englandProfile.grades.high.name],
    ['children', 'openAtEnd', 'not-graded', 'Not graded'],
  ] as const)('%s, %s: %s is “%s”', (id, measure, part, words) =>
    expect(label(id, measure, part)?.toLowerCase()).toContain(words.toLowerCase()),
  );

  it('calls grades what the area calls them', () => {
    const area = findShippedProfile('england-categories') as Profile;
    expect(label('children', 'openAtEnd', 'high', area)).toBe(area.grades.high.name);
    expect(area.grades.high.name).not.toBe(englandProfile.grades.high.name);
    const low = findMeasure('children', 'open-at-end');
    expect(low && partLabel(low, 'low', area, codes)).toBe('Category 1');
  });

  it('says of episodes from which grade on they count, by its name', () => {
    const episodes = {
      ...(findShippedProfile('england-categories') as Profile),
      episodes: { from: 'medium' },
    };
    const { figures } = scorecardOf('children', days, {
      ...{ counts: [], compared: null, profile: episodes as Profile, codes },
    });
    expect(figures.find(({ id }) => id === 'closed')?.definition).toContain('had reached Category 2.');
  });

  it('says how long the days beside were known: as long after their end or as far into them, or not', () => {
    const known = { ...days, compareFrom: '2025-01-01', compareTo: '2025-03-31' };
    const words = (isAlike: boolean, isWithin = false) =>
      definitionsOf({
        ...known,
        compareKnown: { knownAt: '2025-04-01T09:00:00.000Z', entries: 7, isAlike, isWithin },
      }).join(' ');
    expect(words(true)).toContain(
      'Tuesday 1 April 2025 at 10:00, when the ledger had 7 sealed entries: as long',
    );
    expect(words(false)).toContain('not as long after their last day');
    expect(words(true, true)).toContain(
      '7 sealed entries: as far into them as these days are known into theirs',
    );
    expect(words(false, true)).toContain('not as far into them as into these');
    for (const isAlike of [true, false]) expect(words(isAlike, true)).not.toContain('after their last day');
    expect(definitionsOf(days).join(' ')).not.toContain('days beside');
  });
});

import { describe, expect, it } from 'vitest';
import { englandProfile, type Profile } from '../profile/profile.js';
import { shippedProfiles } from '../profile/shipped-profiles.js';
import { validateProfile } from '../profile/validate-profile.js';
import { aReport } from '../testing/missing-payloads.js';
import { saysMore } from './alarm.js';
import type { ReportMissingPayload } from './payloads.js';
import { blankEpisode } from './standing.js';

const began = '2026-10-23T16:00:00.000Z';
const absence = { ...blankEpisode, kind: 'missing' as const, since: began };
const within = (alarmAgainAfterHours: number): Profile => ({
  ...englandProfile,
  missingReports: { alarmAgainAfterHours },
});

describe('a second report that a child is missing wakes those who look for the child', () => {
  it.each([
    [24, '2026-10-24T15:59:59.999Z', false],
    [24, '2026-10-24T16:00:00.000Z', true],
    [6, '2026-10-23T21:59:59.999Z', false],
    [6, '2026-10-23T22:00:00.000Z', true],
    // Hours that passed, not those of the clock on the wall: an hour is lived twice on 25 October 2026.
    [48, '2026-10-25T15:59:59.999Z', false],
    [48, '2026-10-25T16:00:00.000Z', true],
  ])(
    'from the area’s %i hours after the absence began on: of a child missing since %s, %s',
    (hours, since, wakes) => {
      const report = aReport('made-up-child', since, { policeLevel: undefined }) as ReportMissingPayload;
      expect(saysMore(report, absence, within(hours))).toBe(wakes);
    },
  );

  it('after 24 hours in every shipped profile, and after as many whole hours as an area says, one at the least', () => {
    expect(shippedProfiles.map(({ missingReports }) => missingReports)).toEqual(
      shippedProfiles.map(() => ({ alarmAgainAfterHours: 24 })),
    );
    expect(validateProfile(within(1))).toEqual([]);
    for (const wrong of [0, 1.5, 241])
      expect(validateProfile(within(wrong))).toEqual([
        { pointer: '/missingReports/alarmAgainAfterHours', reason: 'must be a whole number from 1 to 240' },
      ]);
  });
});

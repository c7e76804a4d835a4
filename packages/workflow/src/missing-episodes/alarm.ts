import { instantMs } from '../clocks/time-zone.js';
import type { Profile } from '../profile/profile.js';
import type { Effect } from '../topic.js';
import type { ReportMissingPayload } from './payloads.js';
import { type MissingEpisodeStanding, policeLevels } from './standing.js';

/** Who hears at once that a child is missing: at all hours, and whoever holds a case of the child. */
const alarmed = ['role:police-desk', 'role:triage-social-worker', 'role:duty-manager', 'role:out-of-hours'];

/** Tells them: that the child is missing, or that it was a mistake. */
export const alarm = (
  holders: readonly string[],
  kind: 'child-missing' | 'child-not-missing' = 'child-missing',
): Effect[] => [...alarmed, ...holders].map((principal) => ({ do: 'send', kind, principal }));

const hourMs = 3_600_000;

/**
 * Whether a second report that a child is missing may say more than the absence that it may belong to: that was away until
 * now, stands there by its days alone or began the profile’s hours and more before (its return may only not be recorded), or was
 * at a lower level.
 */
export function saysMore(
  { kind, since, policeLevel }: ReportMissingPayload,
  absence: MissingEpisodeStanding,
  { missingReports: { alarmAgainAfterHours } }: Pick<Profile, 'missingReports'>,
): boolean {
  if (kind !== 'missing') return false;
  if (absence.kind !== 'missing' || !absence.since) return true;
  if (instantMs(since) - instantMs(absence.since) >= alarmAgainAfterHours * hourMs) return true;
  const level = absence.police?.level;
  return (
    policeLevel !== undefined && (!level || policeLevels.indexOf(policeLevel) > policeLevels.indexOf(level))
  );
}

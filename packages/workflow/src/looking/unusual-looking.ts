import type { Profile } from '../profile/profile.js';
import { isOpening } from './action-words.js';
import type { Looking } from './looked.js';
import { type LookingLimits, type LookingLine, lookingLimits } from './looking-line.js';
import { nameLines } from './name-lines.js';
import { relationLines, timeLines } from './relation-lines.js';
import { volumeLines } from './volume-lines.js';

/**
 * Looking that asks for an explanation, each line with its own. It accuses nobody: it says what stands out, and why.
 * Sources: UK GDPR article 32 and the Caldicott principles ask that access be looked over, not only allowed.
 */
export function unusualLooking(
  { looked, refused, people }: Looking,
  area: Pick<Profile, 'timeZone' | 'nation'>,
  limits: LookingLimits = lookingLimits,
): LookingLine[] {
  const opened = looked.filter(({ action }) => isOpening(action));
  const by = new Map(people.map((one) => [one.id, one]));
  return [
    ...nameLines(opened, people, limits),
    ...relationLines(opened, by),
    ...volumeLines(opened, by, area, limits),
    ...timeLines(opened, refused, by, area, limits),
  ].sort((one, other) =>
    one.last < other.last ? 1 : one.last > other.last ? -1 : one.line < other.line ? -1 : 1,
  );
}

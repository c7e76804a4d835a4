import { localDate } from '../clocks/time-zone.js';
import type { Profile } from '../profile/profile.js';
import { roleNames } from '../roles.js';
import type { LookedAt, Looker } from './looked.js';
import { grouped, lineOf } from './looked-groups.js';
import type { LookingLimits, LookingLine } from './looking-line.js';

/** The middle of some numbers; 0 of none. */
export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((one, other) => one - other);
  const half = sorted.length >> 1;
  const upper = sorted[half] ?? 0;
  return sorted.length % 2 === 1 ? upper : ((sorted[half - 1] ?? 0) + upper) / 2;
}

/** The median of the distances from the median: one extreme day moves neither. */
export function medianDeviation(numbers: readonly number[]): number {
  const middle = median(numbers);
  return median(numbers.map((one) => Math.abs(one - middle)));
}

/** Turns a median absolute deviation into a standard deviation, where numbers are spread as usual. */
const toDeviation = 1.4826;

interface Day {
  role: string;
  day: string;
  children: number;
  looks: LookedAt[];
}

/**
 * Days on which somebody opened far more children’s records than people of the same role do: above the median of the
 * role’s days by so many times its spread, and never below the least number. A role with too few days is measured by
 * everybody’s.
 */
export function volumeLines(
  opened: readonly LookedAt[],
  people: Map<string, Looker>,
  { timeZone }: Pick<Profile, 'timeZone'>,
  limits: LookingLimits,
): LookingLine[] {
  const days = [...grouped(opened, (one) => `${one.userId} ${localDate(one.hour, timeZone)}`).values()].map(
    (looks): Day => ({
      role: people.get(looks[0]?.userId ?? '')?.roles[0] ?? 'none',
      day: localDate(looks[0]?.hour ?? '', timeZone),
      children: new Set(looks.map((one) => one.personId)).size,
      looks,
    }),
  );
  const byRole = grouped(days, ({ role }) => role);
  return days.flatMap(({ role, day, children, looks }) => {
    const own = byRole.get(role) ?? [];
    const alone = own.length >= limits.volumeDays;
    const usual = (alone ? own : days).map((one) => one.children);
    const middle = median(usual);
    const spread = Math.max(1, medianDeviation(usual) * toDeviation);
    const most = Math.max(limits.volumeAtLeast, middle + limits.volumeSpread * spread);
    if (children <= most) return [];
    const who = alone
      ? `for the role ${roleNames[role as keyof typeof roleNames] ?? role}`
      : 'for everybody together';
    const words = `Opened the records of ${children} children on ${day}. The usual day has ${middle} ${who}, over ${usual.length} days; up to ${Math.floor(most)} does not stand out.`;
    return [lineOf('volume', day, looks, words)];
  });
}

import type { ClockRuleId } from '../profile/clock-rule.js';
import type { Profile } from '../profile/profile.js';
import type { Effect } from '../topic.js';
import { dueAt, ruleDueAt } from './due.js';

/** The end of a local day. */
export const endOfDay = (day: string, profile: Profile): string =>
  dueAt(0, 'calendarDays', `${day.slice(0, 10)}T12:00:00.000Z`, profile);

/** When a started clock is due: the end of the day given, or as the profile's rule says; null where it starts none. */
export function dueOf(
  effect: Extract<Effect, { do: 'start' }>,
  start: string,
  profile: Profile,
): string | null {
  if (effect.due) return endOfDay(effect.due, profile);
  const rule = profile.clocks[effect.rule as ClockRuleId];
  if (!rule) throw new Error(`The profile has no clock ${effect.rule}`);
  return ruleDueAt(rule, start, profile, { raised: effect.raised ?? false, grade: effect.grade ?? null });
}

import {
  countedBy,
  extendableTo,
  extensionWords,
  isProvisionalDue,
  postsAt,
  type RunningClock,
  whyDue,
} from '@mase/workflow';
import type { Asking } from './view.js';

/**
 * Running clocks as a person reads them: the words of each, why it is due then by the rules that were in force when it was
 * counted, whether the day may still move, whether it is overdue, and that it was extended.
 */
export function dueDates(clocks: readonly RunningClock[], { profile, profiles, now }: Asking) {
  return clocks.map((clock) => {
    const rule = profile.clocks[clock.rule as keyof typeof profile.clocks];
    const { extended: _extended, who: _who, ...shown } = clock;
    const counted = countedBy(clock, [profiles(clock.start), profile]);
    return {
      ...shown,
      label: rule?.label ?? clock.rule,
      overdue: clock.due < now,
      why: whyDue(clock, counted),
      provisional: isProvisionalDue(clock, counted),
      extension: extensionWords(clock, profile.timeZone),
    };
  });
}

/** The same with whose list carries each, and up to which day this reader may extend it. */
export function clockViews(clocks: readonly RunningClock[], asking: Asking) {
  const { profile, now, actor } = asking;
  const roles = [...actor.roles, ...postsAt(actor.posts, now).map(({ role }) => role)];
  return dueDates(clocks, asking).map((shown, index) => {
    const clock = clocks[index] as RunningClock;
    return { ...shown, who: clock.who, extendableTo: extendableTo(clock, { profile, roles, at: now }) };
  });
}

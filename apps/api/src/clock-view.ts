import { extendableTo, extensionWords, postsAt, type RunningClock } from '@mase/workflow';
import type { Asking } from './view.js';

/**
 * Running clocks as a person reads them: the words of each, where its length comes from, whether it is overdue; that it was
 * extended, and up to which day this reader may extend it.
 */
export function clockViews(clocks: readonly RunningClock[], { profile, now, actor }: Asking) {
  const roles = [...actor.roles, ...postsAt(actor.posts, now).map(({ role }) => role)];
  return clocks.map((clock) => {
    const rule = profile.clocks[clock.rule as keyof typeof profile.clocks];
    const { extended: _extended, ...shown } = clock;
    return {
      ...shown,
      label: rule?.label ?? clock.rule,
      source: rule?.source ?? null,
      overdue: clock.due < now,
      extension: extensionWords(clock, profile.timeZone),
      extendableTo: extendableTo(clock, { profile, roles, at: now }),
    };
  });
}

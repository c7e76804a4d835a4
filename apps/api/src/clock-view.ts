import { extendableTo, extensionWords, postsAt, type RunningClock } from '@mase/workflow';
import type { Asking } from './view.js';

/**
 * A running clock as a person reads it: its words, where its length comes from, whether it is overdue; that it was
 * extended, and up to which day this reader may extend it.
 */
export function clockView(clock: RunningClock, { profile, now, actor }: Asking) {
  const rule = profile.clocks[clock.rule as keyof typeof profile.clocks];
  const roles = [...actor.roles, ...postsAt(actor.posts, now).map(({ role }) => role)];
  const { extended: _extended, ...shown } = clock;
  return {
    ...shown,
    label: rule?.label ?? clock.rule,
    source: rule?.source ?? null,
    overdue: clock.due < now,
    extension: extensionWords(clock, profile.timeZone),
    extendableTo: extendableTo(clock, { profile, roles, at: now }),
  };
}

import type { RunningClock } from '@mase/workflow';
import type { Asking } from './view.js';

/** A running clock as a person reads it: its words, where its length comes from, whether it is overdue. */
export function clockView(clock: RunningClock, { profile, now }: Pick<Asking, 'profile' | 'now'>) {
  const rule = profile.clocks[clock.rule as keyof typeof profile.clocks];
  return {
    ...clock,
    label: rule?.label ?? clock.rule,
    source: rule?.source ?? null,
    overdue: clock.due < now,
  };
}

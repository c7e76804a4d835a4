import { clocksFromBirth } from '@mase/workflow/words';
import type { Clock } from '../case-view.js';

/** Dates counted from the birth date stand apart until they are so many days away. */
const soonDays = 90;

/** Whether a clock on the way to adulthood is still far off: it is shown, and asks for nothing yet. */
export function isLater({ rule, due }: Clock): boolean {
  return clocksFromBirth.includes(rule) && Date.parse(due) - Date.now() > soonDays * 86_400_000;
}

import { epochDay } from '../clocks/calendar.js';
import { endOfLocalDay, instantOf } from '../clocks/time-zone.js';

/** A span of instants: from the first on, up to the second, without it. */
export interface Period {
  from: string;
  to: string;
}

/** The instants between the beginning of one local day and the end of another, both YYYY-MM-DD. */
export function periodOf(firstDay: string, lastDay: string, timeZone: string): Period {
  return {
    from: instantOf(endOfLocalDay(epochDay(firstDay) - 1, timeZone) + 1),
    to: instantOf(endOfLocalDay(epochDay(lastDay), timeZone) + 1),
  };
}

/** How many days lie between two days, both YYYY-MM-DD: 0 for the same day, negative where the second is earlier. */
export function daysBetween(firstDay: string, lastDay: string): number {
  return epochDay(lastDay) - epochDay(firstDay);
}

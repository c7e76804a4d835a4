import { timeWords } from '../../date-words.js';
import type { HeardItem } from './item.js';

/** Where the sitting is in its agenda, and how its clock stands against the plan. */
export interface RunningTime {
  number: number;
  count: number;
  /** When the item is planned to begin and to end, in words. */
  from: string;
  to: string;
  /** When the item's own minutes run out, as an instant; nothing before it is opened. */
  until: string | null;
  untilWords: string | null;
  /** How many minutes later than planned the item was opened; 0 when in time or not opened. */
  late: number;
}

/** Computes it from the order and minutes of the agenda and from when the item was opened. */
export function runningTime({ id, agenda, sitting, openedAt, minutes }: HeardItem): RunningTime {
  const index = agenda.findIndex((one) => one.id === id);
  const before = agenda.slice(0, Math.max(0, index)).reduce((sum, one) => sum + one.minutes, 0);
  const start = Date.parse(sitting.startsAt) + (sitting.formal.before + before) * 60_000;
  const iso = (at: number): string => new Date(at).toISOString();
  const until = openedAt ? iso(Date.parse(openedAt) + minutes * 60_000) : null;
  const late = openedAt ? Math.floor((Date.parse(openedAt) - start) / 60_000) : 0;
  return {
    number: index + 1,
    count: agenda.length,
    from: timeWords(iso(start)),
    to: timeWords(iso(start + minutes * 60_000)),
    until,
    untilWords: until && timeWords(until),
    late: late > 0 && late < 600 ? late : 0,
  };
}

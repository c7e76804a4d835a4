import { timeWords } from '../../date-words.js';
import type { HeardItem } from './item.js';

/** Where the sitting is in its agenda, and how its clock stands against the plan. */
export interface RunningTime {
  /** The item's number on the agenda, and that of the last item. */
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

/** Reads it off the agenda, and from when the item was opened. */
export function runningTime({ id, agenda, openedAt, minutes }: HeardItem): RunningTime {
  const line = agenda.find((one) => one.id === id);
  const until = openedAt ? new Date(Date.parse(openedAt) + minutes * 60_000).toISOString() : null;
  const late = openedAt && line ? Math.floor((Date.parse(openedAt) - Date.parse(line.from)) / 60_000) : 0;
  return {
    number: line?.number ?? 0,
    count: agenda.at(-1)?.number ?? 0,
    from: line ? timeWords(line.from) : '',
    to: line ? timeWords(line.to) : '',
    until,
    untilWords: until && timeWords(until),
    late: late > 0 && late < 600 ? late : 0,
  };
}

import { dateOf, dayMs } from '../clocks/calendar.js';
import { endOfLocalDay, instantMs, instantOf, localEpochDay } from '../clocks/time-zone.js';
import { isWorkingDay } from '../clocks/working-days.js';
import type { Profile } from '../profile/profile.js';
import type { DutyRotaStanding } from './standing.js';

/** Hours in which nobody is on duty though somebody must be. */
export interface RotaGap {
  from: string;
  until: string;
}

type Span = [from: number, until: number];
type Area = Pick<Profile, 'timeZone' | 'nation'>;

/** The instant of a local time of day, HH:MM, in milliseconds. The clocks change at night, outside office hours. */
function atTime(day: number, time: string, { timeZone }: Area): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  const midnightAfter = endOfLocalDay(day, timeZone) + 1;
  return midnightAfter - dayMs + (hours * 60 + minutes) * 60_000;
}

/** The hours that must be filled on one local day. */
function wantedOn(day: number, rota: DutyRotaStanding, area: Area): Span[] {
  const starts = endOfLocalDay(day - 1, area.timeZone) + 1;
  const ends = endOfLocalDay(day, area.timeZone) + 1;
  if (rota.hours === 'always') return [[starts, ends]];
  const works = isWorkingDay(dateOf(day), area.nation);
  const office: Span = [atTime(day, rota.officeFrom, area), atTime(day, rota.officeUntil, area)];
  if (rota.hours === 'office-hours') return works ? [office] : [];
  return works
    ? [
        [starts, office[0]],
        [office[1], ends],
      ]
    : [[starts, ends]];
}

function without(wanted: Span[], [from, until]: Span): Span[] {
  return wanted.flatMap(([start, end]): Span[] => {
    if (until <= start || end <= from) return [[start, end]];
    const left: Span[] = start < from ? [[start, from]] : [];
    const right: Span[] = until < end ? [[until, end]] : [];
    return [...left, ...right];
  });
}

/** The gaps of a rota between two instants, in order; those that touch are one. */
export function rotaGaps(rota: DutyRotaStanding, from: string, until: string, area: Area): RotaGap[] {
  const [start, end] = [instantMs(from), instantMs(until)];
  let open: Span[] = [];
  for (let day = localEpochDay(start, area.timeZone); day <= localEpochDay(end, area.timeZone); day += 1)
    open.push(...wantedOn(day, rota, area));
  open = open
    .map(([one, other]): Span => [Math.max(one, start), Math.min(other, end)])
    .filter(([one, other]) => one < other);
  for (const shift of rota.shifts) open = without(open, [instantMs(shift.from), instantMs(shift.until)]);
  const gaps: Span[] = [];
  for (const [one, other] of open) {
    const last = gaps.at(-1);
    if (last && last[1] === one) last[1] = other;
    else gaps.push([one, other]);
  }
  return gaps.map(([one, other]) => ({ from: instantOf(one), until: instantOf(other) }));
}

/** So far ahead a gap is looked for: the two weeks for which a duty team plans. */
export const lookAheadDays = 14;

/** Where the next gap begins within the look-ahead, or null. */
export function nextGap(rota: DutyRotaStanding, at: string, area: Area): string | null {
  const until = instantOf(instantMs(at) + lookAheadDays * dayMs);
  return rotaGaps(rota, at, until, area)[0]?.from ?? null;
}

import { localDate, type MissingEpisodeStanding } from '@mase/workflow';

/** One part of an absence: what it was then, and its local days; open where it lasts. */
export interface AbsencePart {
  kind: MissingEpisodeStanding['kind'];
  start: string;
  end: string | null;
}

/** An absence as a return has it: a part for each time that it became missing or away, one after the other. */
export function absenceParts(
  { kind, start, end, before = [] }: Pick<MissingEpisodeStanding, 'kind' | 'start' | 'end' | 'before'>,
  timeZone: string,
): AbsencePart[] {
  const earlier = before.map((one) => ({ kind: one.kind, until: localDate(one.until, timeZone) }));
  return [...earlier, { kind, until: end }].map((one, place) => ({
    kind: one.kind,
    start: place === 0 ? start : (earlier[place - 1]?.until ?? start),
    end: one.until,
  }));
}

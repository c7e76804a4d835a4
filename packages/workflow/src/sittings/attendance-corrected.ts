import type { WrittenRow } from '../model.js';
import { isSamePerson } from './attendance.js';
import type { AttendanceEntry } from './standing.js';

/** What was wrong in a list of attendance and what is right: the one left out where a line was added, the other where one was struck. */
export interface AttendanceCorrection {
  was?: AttendanceEntry;
  is?: AttendanceEntry;
}

type Row = Pick<WrittenRow, 'kind' | 'body' | 'happened'>;

const listIn = ({ body }: Row) => (body as { attendance: AttendanceEntry[] }).attendance;

/** The correction that a row of attendance is, and null of one that was recorded in the room. */
export function correctionIn({ kind, body }: Row): AttendanceCorrection | null {
  if (kind !== 'attendance') return null;
  return (body as { correction?: AttendanceCorrection }).correction ?? null;
}

/** A list with one line set right: in the place of the wrong one, at the end where there was none, or without it. */
export function withCorrection(
  list: readonly AttendanceEntry[],
  { was, is }: AttendanceCorrection,
): AttendanceEntry[] {
  const at = was ? list.findIndex((one) => isSamePerson(one, was)) : -1;
  if (at < 0) return is ? [...list, is] : [...list];
  return list.flatMap((one, index) => (index !== at ? [one] : is ? [is] : []));
}

/** A line that was set right says of the whole sitting when somebody was there: so it does of each instant. */
function asAt(line: AttendanceEntry, instant: string): AttendanceEntry {
  const { attendance, arrivedAt, leftAt } = line;
  if (attendance !== 'present' && attendance !== 'left') return line;
  const here = (!arrivedAt || arrivedAt <= instant) && (attendance === 'present' || (leftAt ?? '') > instant);
  return { ...line, attendance: here ? 'present' : 'absent' };
}

const corrected = (list: readonly AttendanceEntry[], corrections: AttendanceCorrection[], instant: string) =>
  corrections.reduce(
    (now, { was, is }) =>
      withCorrection(now, { ...(was ? { was } : {}), ...(is ? { is: asAt(is, instant) } : {}) }),
    [...list],
  );

/** Who was there from an instant on. */
export interface AttendanceFrom {
  at: string;
  list: AttendanceEntry[];
}

/**
 * Who was there when the sitting started and from each instant after it at which that was said anew, as it is right: what
 * was set right later counts from when it was so. `own` are the rows of one sitting, the newest first.
 */
export function attendanceThrough(own: readonly Row[]): [AttendanceFrom, ...AttendanceFrom[]] {
  const begun = own.findIndex(({ kind }) => kind === 'started');
  const start = own[begun]?.happened ?? '';
  const said = own.flatMap((row, index) =>
    row.kind === 'attendance' && !correctionIn(row)
      ? [{ index, at: index < begun && row.happened > start ? row.happened : start, list: listIn(row) }]
      : [],
  );
  const setRight = own.flatMap((row, index) => {
    const correction = correctionIn(row);
    return correction ? [{ index, ...correction }] : [];
  });
  const asRight = (at: string, base = said.find((one) => one.at <= at)): AttendanceFrom => ({
    at,
    list: corrected(
      base?.list ?? [],
      setRight.filter(({ index }) => index < (base?.index ?? own.length)).reverse(),
      at,
    ),
  });
  const since = said.filter(({ index }) => index < begun).reverse();
  const times = setRight.flatMap(({ is }) => [is?.arrivedAt, is?.leftAt]);
  const later = [
    ...since.map((one) => asRight(one.at, one)),
    ...times.flatMap((at) => (at && at > start ? [asRight(at)] : [])),
  ];
  const first = asRight(
    start,
    said.find(({ index }) => index > begun),
  );
  return [first, ...later.sort((one, other) => one.at.localeCompare(other.at))];
}

/** Who was there at an instant, as it is right. */
export function attendanceAt(own: readonly Row[], instant: string): AttendanceEntry[] {
  const through = attendanceThrough(own);
  return (through.findLast(({ at }) => at <= instant) ?? through[0]).list;
}

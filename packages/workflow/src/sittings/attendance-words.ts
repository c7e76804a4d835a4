import { dayWords } from '../clocks/day-words.js';
import { localDate, localTime } from '../clocks/time-zone.js';
import type { Profile } from '../profile/profile.js';
import type { AttendanceEntry } from './standing.js';

/** Who somebody is at the table, when he or she came and went, and whether an update came instead. */
function who(one: AttendanceEntry, { timeZone }: Profile): string {
  const at = (instant: string) => localTime(instant, timeZone);
  const more = [
    one.agency,
    one.as === 'member' ? '' : one.as,
    one.substituteFor ? `for ${one.substituteFor}` : '',
    one.arrivedAt ? `from ${at(one.arrivedAt)}` : '',
    one.leftAt ? `left at ${at(one.leftAt)}` : '',
    one.confidentialitySigned ? 'confidentiality signed' : '',
    one.attendance === 'apologies' ? 'no written update came' : '',
    one.updateReceived
      ? `written update received ${at(one.updateReceived)} on ${dayWords(localDate(one.updateReceived, timeZone))}`
      : '',
  ];
  return `${one.name} (${more.filter(Boolean).join(', ')})`;
}

const came = ({ attendance }: AttendanceEntry) => attendance === 'present' || attendance === 'left';

function line(label: string, list: readonly AttendanceEntry[], profile: Profile): string[] {
  return list.length > 0 ? [`${label}: ${list.map((one) => who(one, profile)).join('; ')}.`] : [];
}

/** An attendance list as minutes say it: who was present, who watched, whose apologies came, who was absent. */
export function attendanceLines(list: readonly AttendanceEntry[], profile: Profile): string[] {
  const of = (label: string, fits: (one: AttendanceEntry) => boolean) =>
    line(label, list.filter(fits), profile);
  return [
    ...of('Present', (one) => came(one) && one.as !== 'observer'),
    ...of('Observing', (one) => came(one) && one.as === 'observer'),
    ...of('Apologies', ({ attendance }) => attendance.startsWith('apologies')),
    ...of('Absent', ({ attendance }) => attendance === 'absent'),
  ];
}

/** Who came for one item alone: it stands in the section of that item, which not everybody sees. */
export function attendedOnly(list: readonly AttendanceEntry[], itemId: string, profile: Profile): string[] {
  const here = list.filter((one) => came(one) && one.itemIds?.includes(itemId));
  return line('Here for this item', here, profile);
}

import { dayWords } from '../clocks/day-words.js';
import { localDate, localTime } from '../clocks/time-zone.js';
import { attendanceIn } from './attendance.js';
import { composeItem, type HeardItem, type Recorded, rowsOf, spoken } from './compose-item.js';
import type {
  AgreedMinutesNews,
  AttendanceEntry,
  MinuteSection,
  RatificationNews,
  SittingStanding,
} from './standing.js';

/**
 * Minutes composed from what was recorded: who came and when, the quorum, one section an item in the order of the agenda
 * with its notes, decision, dissent and actions or that it was not reached, and what was ratified and agreed here. What
 * tells of an item stands in the section of that item alone: whoever does not see the item is not shown it.
 */
export function composeMinutes(recorded: Recorded): MinuteSection[] {
  const items = seenItems(recorded);
  return [
    ...attendanceSection(recorded),
    { heading: 'Opening', text: quorumWords(recorded.sitting.standing) },
    ...earlierSections(recorded),
    ...items.map((item) => composeItem(recorded, item)),
  ];
}

// Everybody who reads the sitting reads its minutes: those of a restricted case stand on its own item.
function seenItems({ sitting, items }: Recorded): HeardItem[] {
  return sitting.standing.order
    .map((id) => items.find((one) => one.id === id) as HeardItem | undefined)
    .filter((one): one is HeardItem => one !== undefined && !one.standing.access?.closed);
}

function quorumWords({ quorate, inquorateReason }: SittingStanding): string {
  return quorate
    ? 'The sitting was quorate.'
    : `The sitting was not quorate. ${inquorateReason ?? ''}`.trim();
}

function attendanceSection(recorded: Recorded): MinuteSection[] {
  const { sitting, written, profile } = recorded;
  const list = attendanceIn(written.filter((row) => row.record.id === sitting.id));
  if (list.length === 0) return [];
  const at = (instant: string) => localTime(instant, profile.timeZone);
  const numbers = (ids: readonly string[] | undefined) =>
    (ids ?? []).map((id) => sitting.standing.order.indexOf(id) + 1).filter((number) => number > 0);
  const who = (one: AttendanceEntry): string => {
    const only = numbers(one.itemIds);
    const more = [
      one.agency,
      one.as === 'member' ? '' : one.as,
      one.substituteFor ? `for ${one.substituteFor}` : '',
      only.length > 0 ? `for item ${only.join(', ')} only` : '',
      one.arrivedAt ? `from ${at(one.arrivedAt)}` : '',
      one.leftAt ? `left at ${at(one.leftAt)}` : '',
      one.confidentialitySigned ? 'confidentiality signed' : '',
      one.attendance === 'apologies' ? 'no written update came' : '',
      one.updateReceived
        ? `written update received ${at(one.updateReceived)} on ${dayWords(localDate(one.updateReceived, profile.timeZone))}`
        : '',
    ];
    return `${one.name} (${more.filter(Boolean).join(', ')})`;
  };
  const line = (label: string, fits: (one: AttendanceEntry) => boolean): string[] => {
    const names = list.filter(fits).map(who);
    return names.length > 0 ? [`${label}: ${names.join('; ')}.`] : [];
  };
  const came = ({ attendance }: AttendanceEntry) => attendance === 'present' || attendance === 'left';
  const lines = [
    ...line('Present', (one) => came(one) && one.as !== 'observer'),
    ...line('Observing', (one) => came(one) && one.as === 'observer'),
    ...line('Apologies', ({ attendance }) => attendance.startsWith('apologies')),
    ...line('Absent', ({ attendance }) => attendance === 'absent'),
  ];
  return [{ heading: 'Attendance', text: lines.join('\n') }];
}

/** What was settled here of earlier sittings: their minutes, and what they decided without a quorum. */
function earlierSections(recorded: Recorded): MinuteSection[] {
  const { sitting, profile } = recorded;
  const agreed = rowsOf<AgreedMinutesNews>(recorded, sitting.id, 'earlier-minutes-agreed');
  const ratified = rowsOf<RatificationNews>(recorded, sitting.id, 'ratified');
  const lines = [
    ...agreed.map(
      ({ panel, startsAt, version }) =>
        `The minutes of ${panel} of ${dayWords(localDate(startsAt, profile.timeZone))}, version ${version}, were agreed.`,
    ),
    ...ratified.map(
      ({ panel, startsAt, number, decision }) =>
        `Item ${number} of ${panel} of ${dayWords(localDate(startsAt, profile.timeZone))}, decided without a quorum (${spoken(decision)}), was ratified.`,
    ),
  ];
  return lines.length > 0 ? [{ heading: 'Earlier sittings', text: lines.join('\n') }] : [];
}

import { spoken } from '../agenda-items/decision-words.js';
import { dayWords } from '../clocks/day-words.js';
import { localDate } from '../clocks/time-zone.js';
import type { Profile } from '../profile/profile.js';
import type { AmendedMinutesNews } from './amend-minutes.js';
import { attendanceIn } from './attendance.js';
import { attendanceLines } from './attendance-words.js';
import { composeItem, type HeardItem, type Recorded, rowsOf } from './compose-item.js';
import { quorumLines } from './quorum-words.js';
import type { AgreedMinutesNews, MinuteSection, RatificationNews } from './standing.js';
import { otherDayLines, startOf } from './starting.js';

/**
 * Minutes composed from what was recorded: who came and when, the quorum, one section an item in the order of the agenda
 * with its notes, decision, dissent and actions or that it was not reached, and what was ratified and agreed here. What
 * tells of an item stands in the section of that item alone: whoever does not see the item is not shown it.
 */
export function composeMinutes(recorded: Recorded): MinuteSection[] {
  const items = seenItems(recorded);
  return [
    ...attendanceSection(recorded),
    { heading: 'Opening', text: openingLines(recorded).join('\n') },
    ...earlierSections(recorded),
    ...items.map((item) => composeItem(recorded, item)),
  ];
}

/** On which day it was held where that was not the one it was fixed for, and its quorum. */
function openingLines(recorded: Recorded): string[] {
  const { sitting, written, profile } = recorded;
  const start = startOf(written.filter(({ record }) => record.id === sitting.id));
  return [...otherDayLines(start, profile), ...quorumLines(recorded)];
}

// Everybody who reads the sitting reads its minutes: those of a restricted case stand on its own item.
function seenItems({ sitting, items }: Recorded): HeardItem[] {
  return sitting.standing.order
    .map((id) => items.find((one) => one.id === id) as HeardItem | undefined)
    .filter((one): one is HeardItem => one !== undefined && !one.standing.access?.closed);
}

/** Who came for the whole sitting; whoever came for some items alone is minuted with them. */
function attendanceSection({ sitting, written, profile }: Recorded): MinuteSection[] {
  const list = attendanceIn(written.filter((row) => row.record.id === sitting.id));
  const lines = attendanceLines(
    list.filter(({ itemIds }) => !itemIds?.length),
    profile,
  );
  return lines.length > 0 ? [{ heading: 'Attendance', text: lines.join('\n') }] : [];
}

/** What agreed minutes of an earlier sitting say is corrected here: of an item in its own section, which not everybody sees. */
function amendedWords({ panel, startsAt, reference, wrong, right }: AmendedMinutesNews, profile: Profile) {
  const of = `the minutes of ${panel} of ${dayWords(localDate(startsAt, profile.timeZone))}`;
  return reference
    ? `What ${of} say of ${reference} was corrected.`
    : `In ${of}, for “${wrong}” read “${right}”.`;
}

/** What was settled here of earlier sittings: their minutes, and what they decided without a quorum. */
function earlierSections(recorded: Recorded): MinuteSection[] {
  const { sitting, profile } = recorded;
  const agreed = rowsOf<AgreedMinutesNews>(recorded, sitting.id, 'earlier-minutes-agreed');
  const ratified = rowsOf<RatificationNews>(recorded, sitting.id, 'ratified');
  const amended = rowsOf<AmendedMinutesNews>(recorded, sitting.id, 'earlier-minutes-amended');
  const lines = [
    ...agreed.map(
      ({ panel, startsAt, version }) =>
        `The minutes of ${panel} of ${dayWords(localDate(startsAt, profile.timeZone))}, version ${version}, were agreed.`,
    ),
    ...ratified.map(
      ({ panel, startsAt, number, reference, decision }) =>
        `${reference ?? `Item ${number}`} of ${panel} of ${dayWords(localDate(startsAt, profile.timeZone))}, decided without a quorum (${spoken(decision)}), was ratified.`,
    ),
    ...amended.map((news) => amendedWords(news, profile)),
  ];
  return lines.length > 0 ? [{ heading: 'Earlier sittings', text: lines.join('\n') }] : [];
}

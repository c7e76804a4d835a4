import { minutedAs } from '../agenda-items/item-name.js';
import type {
  AgendaItemStanding,
  PanelAction,
  RecordPanelDecisionPayload,
} from '../agenda-items/standing.js';
import { dayWords } from '../clocks/day-words.js';
import { localDate, localTime } from '../clocks/time-zone.js';
import type { StoredRecord, WrittenRow } from '../model.js';
import type { Profile } from '../profile/profile.js';
import { attendanceIn } from './attendance.js';
import type {
  AgreedMinutesNews,
  AttendanceEntry,
  MinuteSection,
  RatificationNews,
  SittingStanding,
} from './standing.js';

/** What minutes are composed from: the sitting, its items, and every row that was written on them in session. */
export interface Recorded {
  sitting: StoredRecord<SittingStanding>;
  items: readonly StoredRecord[];
  /** The newest first. */
  written: readonly WrittenRow[];
  profile: Profile;
}

type Item = StoredRecord<AgendaItemStanding>;

const spoken = (code: string): string => code.replaceAll('-', ' ');
const sentence = (words: string): string => (/[.?!”]$/.test(words) ? words : `${words}.`);

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
    ...items.map((item) => itemSection(recorded, item)),
  ];
}

// Everybody who reads the sitting reads its minutes: those of a restricted case stand on its own item.
function seenItems({ sitting, items }: Recorded): Item[] {
  return sitting.standing.order
    .map((id) => items.find((one) => one.id === id) as Item | undefined)
    .filter((one): one is Item => one !== undefined && !one.standing.access?.closed);
}

function rowsOf<B>({ written }: Recorded, id: string, kind: string): B[] {
  return written
    .filter((row) => row.record.id === id && row.kind === kind)
    .map(({ body }) => body as B)
    .reverse();
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

function itemSection(recorded: Recorded, item: Item): MinuteSection {
  const notes = rowsOf<{ text: string }>(recorded, item.id, 'note').map(({ text }) => text);
  const lines = [
    chairsActionWords(recorded, item),
    withdrawnWords(item),
    ...notes,
    outcomeWords(recorded, item),
  ];
  return { heading: headingOf(item), text: lines.filter(Boolean).join('\n'), itemId: item.id };
}

/** A heading says the case and whom or what it is about; of a person of concern no name. */
function headingOf({ standing }: Item): string {
  const called = minutedAs(standing);
  return called.includes(standing.reference) ? called : `${standing.reference} ${called}`.trim();
}

/** What the chair did between sittings is minuted at the next, whatever that decides. */
function chairsActionWords({ profile }: Recorded, { standing: { chairsAction } }: Item): string {
  if (!chairsAction) return '';
  const day = dayWords(localDate(chairsAction.at, profile.timeZone));
  return `Chair’s action of ${day} is minuted: ${sentence(chairsAction.did)}`;
}

/** Who withdrew, and why, stands in a restricted note. */
function withdrawnWords({ standing: { access } }: Item): string {
  const gone = access?.without?.length ?? 0;
  if (gone === 0) return '';
  return gone === 1 ? 'One member withdrew.' : `${gone} members withdrew.`;
}

type DecisionRow = Omit<RecordPanelDecisionPayload, 'actions'> & {
  actions: (PanelAction & { ownerName?: string })[];
};

function outcomeWords(recorded: Recorded, { id, standing: { decision } }: Item): string {
  if (!decision) return 'Not reached: carried to the next sitting.';
  const [row] = rowsOf<DecisionRow>(recorded, id, 'decision');
  return [
    `Decision: ${spoken(decision.decision)}. ${sentence(row?.reasons ?? decision.reasons)}`,
    ...(row?.dissent ?? []).map(({ from, words }) => `${from} disagreed: “${words}”`),
    ...actionWords(row, decision.actions),
    ...nextWords(decision),
    ...(decision.inquorate
      ? ['Decided without a quorum: the next quorate sitting, or the chair by rule, ratifies it.']
      : []),
  ].join('\n');
}

/** The date that the decision fixed; an item without a case that is done with has none. */
function nextWords({
  nextReview,
  watcher,
  nextCheck,
}: NonNullable<AgendaItemStanding['decision']>): string[] {
  if (nextReview) return [`Next review on ${dayWords(nextReview)}.`];
  if (!watcher || !nextCheck) return [];
  return [`${watcher} watches; next check on ${dayWords(nextCheck)}.`];
}

function actionWords(row: DecisionRow | undefined, count: number): string[] {
  const safety = (row?.actions ?? []).filter(({ part }) => part === 'safety');
  if (safety.length === 0) return count > 0 ? [`Safety actions agreed: ${count}.`] : [];
  return safety.map(({ what, ownerName, due }) => {
    const who = ownerName ? `: ${ownerName}` : '';
    return `Action: ${what}${who}${due ? `, by ${dayWords(due)}` : ''}.`;
  });
}

import { type FixedByDecision, fixedWords, sentence, spoken } from '../agenda-items/decision-words.js';
import { minutedAs } from '../agenda-items/item-name.js';
import type { QuorumOfDecision } from '../agenda-items/quorum.js';
import type {
  AgendaItemStanding,
  KeptPanelAction,
  RecordPanelDecisionPayload,
} from '../agenda-items/standing.js';
import { dayWords } from '../clocks/day-words.js';
import { localDate } from '../clocks/time-zone.js';
import type { StoredRecord, WrittenRow } from '../model.js';
import type { Profile } from '../profile/profile.js';
import { wrongRows } from '../wrong-rows.js';
import { attendanceIn } from './attendance.js';
import { attendedOnly } from './attendance-words.js';
import type { MinuteSection, SittingStanding } from './standing.js';

/** What was written in session, the newest first, and the profile whose time it is told in. */
export interface Written {
  written: readonly WrittenRow[];
  profile: Profile;
}

/** What minutes are composed from: the sitting, its items, and every row that was written on them in session. */
export interface Recorded extends Written {
  sitting: StoredRecord<SittingStanding>;
  items: readonly StoredRecord[];
}

/** An item of the agenda that the minutes are about. */
export type HeardItem = StoredRecord<AgendaItemStanding>;

/** The bodies of what was written on one record of a kind and stands, the oldest first. */
export function rowsOf<B>({ written }: Written, id: string, kind: string): B[] {
  const wrong = wrongRows(written);
  return written
    .filter((row) => row.record.id === id && row.kind === kind && !wrong.has(row.id))
    .map(({ body }) => body as B)
    .reverse();
}

/** What the minutes say of one item, composed from what was recorded on it: complete in itself, so that it can be filed alone. */
export function composeItem(recorded: Written, item: HeardItem): MinuteSection {
  const notes = rowsOf<{ text: string }>(recorded, item.id, 'note').map(({ text }) => text);
  const outcome = joined([
    chairsActionWords(recorded, item),
    withdrawnWords(item),
    outcomeWords(recorded, item),
  ]);
  const came = attendedOnly(attendanceIn(recorded.written), item.id, recorded.profile);
  return { heading: headingOf(item), text: joined([...came, ...notes, outcome]), itemId: item.id, outcome };
}

const joined = (lines: readonly string[]): string => lines.filter(Boolean).join('\n');

/** A section as somebody has edited it: what was decided and given stands in it whatever is written before. */
export function withOutcome(section: MinuteSection, kept: MinuteSection | undefined): MinuteSection {
  const outcome = kept?.outcome;
  if (!outcome) return section;
  const text = section.text.replaceAll('\r\n', '\n').trim();
  return { ...section, text: text.includes(outcome) ? text : joined([text, outcome]), outcome };
}

/** A heading says the case and whom or what it is about; of a person of concern no name. */
function headingOf({ standing }: HeardItem): string {
  const called = minutedAs(standing);
  return called.includes(standing.reference) ? called : `${standing.reference} ${called}`.trim();
}

/** What the chair did between sittings is minuted at the next, whatever that decides. */
function chairsActionWords({ profile }: Written, { standing: { chairsAction } }: HeardItem): string {
  if (!chairsAction) return '';
  const day = dayWords(localDate(chairsAction.at, profile.timeZone));
  return `Chair’s action of ${day} is minuted: ${sentence(chairsAction.did)}`;
}

/** Who withdrew, and why, stands in a restricted note. */
function withdrawnWords({ standing: { access } }: HeardItem): string {
  const gone = access?.without?.length ?? 0;
  if (gone === 0) return '';
  return gone === 1 ? 'One member withdrew.' : `${gone} members withdrew.`;
}

type DecisionRow = Omit<RecordPanelDecisionPayload, 'actions'> &
  FixedByDecision & {
    actions: KeptPanelAction[];
    quorum?: Pick<QuorumOfDecision, 'inquorateReason' | 'reasonFrom'>;
  };

function outcomeWords(recorded: Written, { id, standing: { decision, takenOff } }: HeardItem): string {
  if (takenOff) return `Taken off the agenda: ${sentence(takenOff)}`;
  if (!decision) return 'Not reached: it waits for the next agenda.';
  const [row] = rowsOf<DecisionRow>(recorded, id, 'decision');
  return [
    `Decision: ${spoken(decision.decision)}. ${sentence(row?.reasons ?? decision.reasons)}`,
    ...fixedWords(row ?? {}),
    ...(row?.dissent ?? []).map(({ from, words }) => `${from} disagreed: “${words}”`),
    ...actionWords(row, decision.actions),
    ...nextWords(decision),
    ...(decision.inquorate
      ? [
          'Decided without a quorum: the next quorate sitting, or the chair by rule, ratifies it.',
          ...inquorateWords(row?.quorum),
        ]
      : []),
  ].join('\n');
}

/** Why it was decided without a quorum: the chair’s reason where the chair gave it, and else whose words they are. */
function inquorateWords(quorum: DecisionRow['quorum']): string[] {
  const { inquorateReason, reasonFrom } = quorum ?? {};
  if (!inquorateReason) return [];
  const said = sentence(inquorateReason);
  if (!reasonFrom) return [`The reason given: ${said}`];
  const { name, chair, at, recordedBy } = reasonFrom;
  if (recordedBy)
    return [`The chair, ${name}, decided to go on without one, as ${recordedBy} recorded it: ${said}`];
  if (!chair) return [`The reason, as ${name} recorded it: ${said}`];
  return [`The chair’s reason${at === 'start' ? ', given at the start' : ''} (${name}): ${said}`];
}

/** The date that the decision fixed; an item without a case that is done with has none. */
function nextWords({
  nextReview,
  watcher,
  nextCheck,
}: NonNullable<AgendaItemStanding['decision']>): string[] {
  return [
    ...(nextReview ? [`Next review on ${dayWords(nextReview)}.`] : []),
    ...(watcher && nextCheck ? [`${watcher} watches; next check on ${dayWords(nextCheck)}.`] : []),
  ];
}

function actionWords(row: DecisionRow | undefined, count: number): string[] {
  const safety = (row?.actions ?? []).filter(({ part }) => part === 'safety');
  if (safety.length === 0) return count > 0 ? [`Safety actions agreed: ${count}.`] : [];
  return safety.map(({ what, ownerName, due }) => {
    const who = ownerName ? `: ${ownerName}` : '';
    return `Action: ${what}${who}${due ? `, by ${dayWords(due)}` : ''}.`;
  });
}

import { localDate } from '../clocks/time-zone.js';
import type { Context, Fault, Missing, WrittenRow } from '../model.js';
import { shortened } from '../shortened.js';
import { composeItem } from '../sittings/compose-item.js';
import type { CorrectedSectionNews } from '../sittings/standing.js';
import { type Effect, type GuardContext, missing, type Step } from '../topic.js';
import { wrongRows } from '../wrong-rows.js';
import { sittingOf } from './sitting-of.js';
import { type AgendaItemStanding, caseOfItem } from './standing.js';

/** What was wrongly recorded of an item, what is right, and why; what is left out stays. */
export interface CorrectItemEntryPayload {
  /** The note, or the decision, that is wrong. */
  rowId: string;
  /** The note, or the reasons of the decision, as they are right. */
  words?: string;
  /** The review that the decision fixed, as it is right: YYYY-MM-DD. */
  nextReview?: string;
  reason: string;
}

type Ctx = Context<AgendaItemStanding, CorrectItemEntryPayload>;

/** In which field the words of an entry stand. */
const wordsOf: { [kind: string]: string } = { note: 'text', decision: 'reasons' };

const rowOf = ({ facts, payload, record }: Pick<Ctx, 'facts' | 'payload' | 'record'>) =>
  facts.written.find(({ id, record: on }) => id === payload.rowId && on.id === record.id);

/** An entry is set right until the minutes that tell of it are agreed. */
export function isNotAgreed(context: GuardContext<AgendaItemStanding>): Missing[] {
  const { state } = sittingOf(context) ?? {};
  return !state || state === 'inSession' || state === 'minutesDrafted'
    ? []
    : missing(
        'agreed',
        'The minutes are agreed and stay as they are: say at the next sitting what is wrong in them, and it is minuted there.',
        'the next sitting',
      );
}

/** Payload rules: a note or the decision of this item that stands, and what is right of it. What the decision did is undone by the command that does so. */
export function entryFaults(context: Ctx): Fault[] {
  const { payload, facts, at, profile } = context;
  const fault = (field: string, code: string, detail: string): Fault[] => [
    { pointer: `/${field}`, code, detail },
  ];
  const row = rowOf(context);
  if (!row || !(row.kind in wordsOf))
    return fault('rowId', 'noEntry', 'Choose a note, or the decision, of this item.');
  if (wrongRows(facts.written).has(row.id))
    return fault('rowId', 'corrected', 'A later entry stands in its place: correct that one.');
  const { words, nextReview } = payload;
  if (!words && !nextReview)
    return fault(
      'words',
      'asked',
      'Say what is right. A grade is set right by confirming it again, a listing that ended by listing the case, a closing by relisting it.',
    );
  if (!nextReview) return [];
  if (row.kind !== 'decision' || !('nextReview' in row.body))
    return fault('nextReview', 'noReview', 'Only a decision that fixed a review has the date of one.');
  return nextReview > localDate(at, profile.timeZone)
    ? []
    : fault('nextReview', 'future', 'The date is still to come.');
}

/** The row that a correction, or one of a correction, set right first: what it gave hangs on its id. */
export function firstOfEntry({ id, body }: Pick<WrittenRow, 'id' | 'body'>): string {
  return (body as { correction?: { of?: string } }).correction?.of ?? id;
}

function corrected(context: Ctx, row: WrittenRow): object {
  const { payload, actor } = context;
  const { words, nextReview, reason } = payload;
  return {
    ...row.body,
    ...(words ? { [wordsOf[row.kind] as string]: words } : {}),
    ...(nextReview ? { nextReview } : {}),
    correction: { reason, by: actor.name, of: firstOfEntry(row) },
  };
}

function patched({ record, payload }: Ctx, { kind }: WrittenRow): Partial<AgendaItemStanding> {
  const { decision } = record.standing;
  const { words, nextReview } = payload;
  if (kind !== 'decision' || !decision) return {};
  return {
    decision: {
      ...decision,
      ...(words ? { reasons: shortened(words, 300) } : {}),
      ...(nextReview ? { nextReview } : {}),
    },
  };
}

/** The entry stays, marked wrong, with what is right in its place. */
export const entryRecorders = {
  recordCorrectedEntry: (context: Ctx): Effect[] => {
    const row = rowOf(context);
    if (!row) return [];
    const { kind, class: of, happened } = row;
    return [
      { do: 'write', kind, class: of, replaces: row.id, happened, body: corrected(context, row) },
      { do: 'set', patch: patched(context, row) },
    ];
  },
};

/** The sections of the item before and after: minutes that are drafted hold the one in the place of the other. */
function sections(context: Ctx, row: WrittenRow): CorrectedSectionNews {
  const { facts, profile, locked, record } = context;
  const wrong = wrongRows(facts.written);
  const standing = facts.written.filter(({ id }) => !wrong.has(id));
  const before = locked.find(({ id }) => id === record.id) as typeof record;
  const right = standing.map((one) =>
    one.id === row.id ? { ...one, body: corrected(context, row) as never } : one,
  );
  const was = composeItem({ written: standing, profile }, before);
  const is = composeItem({ written: right, profile }, record);
  const field = wordsOf[row.kind] as string;
  const words = (body: object) => String((body as { [name: string]: unknown })[field] ?? '');
  return {
    itemId: record.id,
    outcome: [was.outcome ?? '', is.outcome ?? ''],
    note: row.kind === 'note' ? [words(row.body), words(corrected(context, row))] : null,
  };
}

/** The case follows where the review was moved, and minutes that are drafted say what is right. */
export function correctionSteps(context: Ctx): Step[] {
  const { record, payload, locked } = context;
  const row = rowOf(context);
  const sitting = sittingOf({ locked, record });
  if (!row) return [];
  const { nextReview, reason } = payload;
  const moves = nextReview && !record.standing.subject;
  return [
    ...(moves
      ? [
          {
            record: caseOfItem(record.standing),
            event: 'receive-review-date',
            payload: { nextReview, reason, decidedAt: record.standing.decision?.at ?? '' },
          },
        ]
      : []),
    // What was minuted of a restricted case stands on its item alone.
    ...(sitting?.state === 'minutesDrafted' && !record.standing.access?.closed
      ? [
          {
            record: { kind: 'sitting', id: sitting.id } as const,
            event: 'receive-correction',
            payload: sections(context, row),
          },
        ]
      : []),
  ];
}

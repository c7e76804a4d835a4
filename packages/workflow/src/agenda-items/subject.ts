import type { Context, Fault, RecordKind, RecordRef, StoredRecord } from '../model.js';
import { shortened } from '../shortened.js';
import type { Effect } from '../topic.js';
import type { AgendaItemStanding } from './standing.js';

/** What an item without a case is about: a theme is free; the others stand on the books as records of their own. */
export const subjectKinds = ['theme', 'requirement', 'challenge', 'order'] as const;
/** One of these. */
export type SubjectKind = (typeof subjectKinds)[number];

/** What an item without a case keeps of its subject. */
export interface ItemSubject {
  kind: SubjectKind;
  /** The record behind it, for those who may open that; absent for a theme. */
  id?: string;
  /** Whether it takes up an item that an earlier sitting did not reach. */
  carried?: boolean;
}

/** An item without a case put on an agenda. */
export interface AddSubjectPayload {
  subject: SubjectKind;
  /** The record behind it; asked for where the subject is no theme. */
  subjectId?: string;
  /** What the agenda calls it: everybody at the table reads it, so it names nobody. */
  title: string;
  /** Papers of its own, in the words that recipients read; shown with the item. */
  words?: string;
  section: string;
  asked: string;
  minutes?: number;
  presenterId?: string;
  /** The item of an earlier sitting that was not reached, which it takes up. */
  carriedFrom?: string;
  /** Asked for once the papers are out: the chair's reason for a late item. */
  lateReason?: string;
}

const recordKinds: Record<Exclude<SubjectKind, 'theme'>, RecordKind> = {
  requirement: 'intelligenceRequirement',
  challenge: 'challenge',
  order: 'disruptionMeasure',
};

/** The record behind a subject; null for a theme. */
export function recordOfSubject({
  subject,
  subjectId,
}: Pick<AddSubjectPayload, 'subject' | 'subjectId'>): RecordRef | null {
  return subject === 'theme' || !subjectId ? null : { kind: recordKinds[subject], id: subjectId };
}

/** What a record of these kinds may say of the child behind it, and of who reads it. */
type Behind = { childId?: string; handling?: string };

type Ctx = Context<AgendaItemStanding, AddSubjectPayload>;

/** What an item without a case keeps: its title, whom it shows if anybody, and the record behind it. */
export function subjectPatch({
  payload,
  locked,
}: Pick<Ctx, 'payload' | 'locked'>): Partial<AgendaItemStanding> {
  const { subject, subjectId, title, words, carriedFrom } = payload;
  const behind = locked.find((one) => one.id === subjectId)?.standing as Behind | undefined;
  return {
    subject: {
      kind: subject,
      ...(subjectId ? { id: subjectId } : {}),
      ...(carriedFrom ? { carried: true } : {}),
    },
    name: shortened(title, 120),
    childId: behind?.childId ?? '',
    ...(words ? { hasWords: true } : {}),
  };
}

/** Payload rules of an item without a case, beside those of every item: its record is one that all at the table may know of. */
export function subjectFaults({
  payload,
  locked,
  facts,
}: Pick<Context<never, AddSubjectPayload>, 'payload' | 'locked' | 'facts'>): Fault[] {
  const { subject, subjectId } = payload;
  const fault = (code: string, detail: string): Fault[] => [{ pointer: '/subjectId', code, detail }];
  if (subject === 'theme')
    return subjectId ? fault('theme', 'A theme has no record behind it: leave it out.') : [];
  if (!subjectId) return fault('asked', 'Say which requirement, challenge or order the item is about.');
  const behind = locked.find((one) => one.id === subjectId);
  if (!behind || behind.kind !== recordKinds[subject])
    return fault('noRecord', 'The record is not one that you may see.');
  if (behind.standing.access?.closed || (behind.standing as unknown as Behind).handling === 'C')
    return fault('closed', 'Only those named may know of this record: it is not put before a whole panel.');
  const twice = facts.related.some(
    (one) =>
      one.kind === 'agendaItem' &&
      one.state !== 'takenOff' &&
      (one.standing as AgendaItemStanding).subject?.id === subjectId,
  );
  return twice ? fault('onAgenda', 'It is on this agenda already.') : [];
}

/** What taking up an item that an earlier sitting did not reach asks: that it has no case, and waits to be taken up. */
export function carriedFaults({
  payload,
  locked,
}: Pick<Context<never, AddSubjectPayload>, 'payload' | 'locked'>): Fault[] {
  if (!payload.carriedFrom) return [];
  const earlier = locked.find((one) => one.id === payload.carriedFrom) as
    | StoredRecord<AgendaItemStanding>
    | undefined;
  if (earlier?.standing.subject && earlier.state === 'returned' && !earlier.standing.takenUpBy) return [];
  return [
    {
      pointer: '/carriedFrom',
      code: 'noItem',
      detail: 'The earlier item is not one without a case that still waits to be taken up.',
    },
  ];
}

/** Recorders of items without a case. */
export const subjectRecorders = {
  recordTakenUp: ({ payload }: Context<AgendaItemStanding, { itemId: string }>): Effect[] => [
    { do: 'set', patch: { takenUpBy: payload.itemId } },
  ],
};

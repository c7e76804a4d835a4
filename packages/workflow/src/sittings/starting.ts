import { dayWords } from '../clocks/day-words.js';
import { localDate } from '../clocks/time-zone.js';
import type { Context, Fault, Missing, StoredRecord, WrittenRow } from '../model.js';
import type { Profile } from '../profile/profile.js';
import { type Effect, type GuardContext, missing } from '../topic.js';
import type { SittingStanding, StartSittingPayload, UndoStartPayload } from './standing.js';

type Ctx<P extends object> = Context<SittingStanding, P>;

/** What is kept of a start; `fixedFor` where the sitting was fixed for another day than the one on which it started. */
export interface StartKept extends StartSittingPayload {
  at: string;
  by: string;
  fixedFor?: string;
}

const isOtherDay = (fixedFor: string, at: string, { timeZone }: Profile): boolean =>
  localDate(fixedFor, timeZone) !== localDate(at, timeZone);

/** Payload rules of a start: the quorum or the chair’s reason, and why it is held on another day than the one it is fixed for. */
export function startFaults({ payload, record, happened, profile }: Ctx<StartSittingPayload>): Fault[] {
  const { quorate, startsAt } = record.standing;
  const faults: Fault[] = [];
  if (!payload.otherDayReason && isOtherDay(startsAt, happened, profile))
    faults.push({
      pointer: '/otherDayReason',
      code: 'asked',
      detail: `The sitting is fixed for ${dayWords(localDate(startsAt, profile.timeZone))}: say why it starts on another day, or give it another time first.`,
    });
  if (!quorate && !payload.inquorateReason)
    faults.push({
      pointer: '/inquorateReason',
      code: 'asked',
      detail:
        'The agencies of the quorum are not all present: record the attendance, or proceed with a reason.',
    });
  return faults;
}

/** What is kept of the last start of a sitting, whose rows are the newest first. */
export const startOf = (own: readonly Pick<WrittenRow, 'kind' | 'body'>[]): StartKept | undefined =>
  own.find(({ kind }) => kind === 'started')?.body as StartKept | undefined;

/** That a sitting was held on another day than the one it was fixed for, and why, as the minutes print it; else nothing. */
export function otherDayLines(
  { fixedFor, at, otherDayReason }: Partial<StartKept> = {},
  { timeZone }: Profile,
): string[] {
  if (!fixedFor || !at || !otherDayReason) return [];
  const day = (instant: string) => dayWords(localDate(instant, timeZone));
  return [
    `The sitting was fixed for ${day(fixedFor)} and started on ${day(at)}. The reason given: ${otherDayReason}`,
  ];
}

function recordStart({ payload, record, happened, actor, profile }: Ctx<StartSittingPayload>): Effect[] {
  const { startsAt } = record.standing;
  const kept: StartKept = {
    ...payload,
    ...{ at: happened, by: actor.name },
    ...(isOtherDay(startsAt, happened, profile) ? { fixedFor: startsAt } : {}),
  };
  return [
    { do: 'write', kind: 'started', class: 'safety', body: kept },
    {
      do: 'set',
      patch: {
        inquorateReason: payload.inquorateReason ?? null,
        ...(payload.inquorateReason ? { inquorateBy: actor.name } : {}),
        startedBy: actor.name,
        startedById: actor.userId,
      },
    },
  ];
}

const wasHeard = ({ kind, state }: StoredRecord): boolean =>
  kind === 'agendaItem' && (state === 'open' || state === 'decided');

/** Whatever holds a start is answered alike: it may be an item that whoever asks does not see. */
const recordedSince = {
  code: 'recorded',
  detail:
    'Something was recorded since the sitting started: it is held, and is ended instead. What it did not reach goes on with the next.',
} as const;

/** Until an item that the reader sees has been opened it is offered to undo the start; the command asks of every item. */
function isNothingHeard({ facts }: GuardContext<SittingStanding>): Missing[] {
  return facts.related.some(wasHeard) ? missing(recordedSince.code, recordedSince.detail, 'nobody') : [];
}

/** What is written on a sitting before it starts just as well: it says nothing of what was done in session. */
const beforeToo: readonly string[] = ['late-item', 'copy-recalled'];

/**
 * Payload rules of undoing a start: nothing was recorded in session, no item opened, no attendance, no note, nothing of an
 * earlier sitting.
 */
export function undoStartFaults({ facts, record, locked }: Ctx<UndoStartPayload>): Fault[] {
  const own = facts.written.filter((row) => row.record.id === record.id);
  const since = own.slice(
    0,
    own.findIndex(({ kind }) => kind === 'started'),
  );
  const said = facts.written.some((row) => row.record.kind === 'agendaItem' && row.kind === 'note');
  const held = said || locked.some(wasHeard) || !since.every(({ kind }) => beforeToo.includes(kind));
  return held ? [{ pointer: '', ...recordedSince }] : [];
}

/** A start touches neither papers nor clocks: undone, they are as they were. */
const recordUndoneStart = ({ payload, actor }: Ctx<UndoStartPayload>): Effect[] => [
  { do: 'write', kind: 'start-undone', class: 'safety', body: { ...payload, by: actor.name } },
  { do: 'set', patch: { inquorateReason: null, startedBy: null, startedById: null } },
];

/** The rules of starting a sitting, by the names that its chart uses. */
export const startingRules = { isNothingHeard };

/** What is kept of a start, and of one that was a mistake. */
export const startingRecorders = { recordStart, recordUndoneStart };

import type { QuorumNews, QuorumOfDecision } from '../agenda-items/quorum.js';
import { decisionPatch } from '../agenda-items/quorum-set-right.js';
import type { AgendaItemStanding } from '../agenda-items/standing.js';
import type { Context, Fault, StoredRecord, WrittenRow } from '../model.js';
import type { Effect, Step } from '../topic.js';
import { attendanceIn, countedPresent, isQuorum, isSamePerson, kindsOf } from './attendance.js';
import { attendanceAt, withCorrection } from './attendance-corrected.js';
import { composeMinutes } from './compose-minutes.js';
import { attendanceLineFaults } from './faults.js';
import { keptSections, sectionsSetRight } from './kept-sections.js';
import { asKnown, knownPeople } from './known-people.js';
import { observersThere } from './observers.js';
import type { AttendanceEntry, SittingStanding } from './standing.js';

/** What was wrongly recorded of one person’s attendance, what is right, and why. */
export interface CorrectAttendancePayload {
  /** Whose line is wrong, as the list has him or her; left out where somebody who came was never put on it. */
  wrong?: Pick<AttendanceEntry, 'userId' | 'name' | 'agency'>;
  /** The line as it is right, of the whole sitting: since when and until when; left out where nobody of that line was asked or came. */
  right?: AttendanceEntry;
  reason: string;
}

type Ctx = Context<SittingStanding, CorrectAttendancePayload>;
type Item = StoredRecord<AgendaItemStanding>;

const ownRows = ({ facts, record }: Pick<Ctx, 'facts' | 'record'>) =>
  facts.written.filter((row) => row.record.id === record.id);

const lineOf = (context: Ctx): AttendanceEntry | undefined => {
  const { wrong } = context.payload;
  return wrong && attendanceIn(ownRows(context)).find((one) => isSamePerson(one, wrong));
};

function timeFaults({ right }: CorrectAttendancePayload, at: string): Fault[] {
  const { attendance, arrivedAt, leftAt } = right ?? {};
  const fault = (field: string, code: string, detail: string): Fault[] => [
    { pointer: `/right/${field}`, code, detail },
  ];
  if (attendance === 'left' && !leftAt)
    return fault('leftAt', 'asked', 'Say when this person left: decisions before it count them.');
  if (arrivedAt && arrivedAt > at) return fault('arrivedAt', 'future', 'That is still to come.');
  if (leftAt && leftAt > at) return fault('leftAt', 'future', 'That is still to come.');
  if (arrivedAt && leftAt && leftAt < arrivedAt)
    return fault('leftAt', 'before', 'This person left after coming.');
  return [];
}

/** Payload rules: a line of the list as it is now, or somebody who is not on it, and what is right of them. */
export function attendanceCorrectionFaults(context: Ctx): Fault[] {
  const { payload, at } = context;
  const { wrong, right } = payload;
  const fault = (pointer: string, code: string, detail: string): Fault[] => [{ pointer, code, detail }];
  if (!wrong && !right) return fault('/right', 'asked', 'Say whose line is wrong, or who is missing.');
  if (wrong && !lineOf(context))
    return fault('/wrong', 'noLine', 'Nobody of that name and agency is on the list as it is now.');
  const line = lineOf(context);
  const other = attendanceIn(ownRows(context)).find(
    (one) => one !== line && right && isSamePerson(one, right),
  );
  if (other) return fault('/right/name', 'twice', `${other.name} has a line on the list: correct that one.`);
  if (!right) return [];
  return [...attendanceLineFaults(context, right, '/right'), ...timeFaults(payload, at)];
}

/** The rows of the sitting with the one that sets right, the newest first. */
function rowsAfter(context: Ctx): WrittenRow[] {
  const { payload, record, happened, commandId, actor } = context;
  const was = lineOf(context);
  const is = payload.right && asKnown(payload.right, knownPeople(context));
  const correction = {
    ...(was ? { was } : {}),
    ...(is ? { is } : {}),
    reason: payload.reason,
    by: actor.name,
  };
  const own = ownRows(context);
  const last = own.find(({ kind }) => kind === 'attendance');
  const row: WrittenRow = {
    id: commandId,
    kind: 'attendance',
    class: 'safety',
    record: { kind: 'sitting', id: record.id },
    replaces: last?.id ?? null,
    happened,
    body: { attendance: withCorrection(attendanceIn(own), correction), correction },
  };
  return [row, ...own];
}

function quorumAt(
  { standing: { access, decision }, id }: Item,
  rows: readonly WrittenRow[],
  { profile, record }: Pick<Ctx, 'profile' | 'record'>,
): Omit<QuorumOfDecision, 'inquorateReason' | 'reasonFrom'> {
  const list = attendanceAt(rows, decision?.at ?? '');
  const here = countedPresent(list, { itemId: id, without: access?.without ?? [] });
  const present = kindsOf(here);
  return {
    quorate: isQuorum(present, profile, record.standing.quorum),
    present,
    who: here.map(({ name, agency, as }) => ({ name, agency, as })),
  };
}

/** The decisions that were taken by others than was recorded, each with who was there. */
function decisionsConcerned(context: Ctx): { item: Item; quorum: ReturnType<typeof quorumAt> }[] {
  const before = ownRows(context);
  const after = rowsAfter(context);
  const items = context.locked.filter(({ kind, state }) => kind === 'agendaItem' && state === 'decided');
  return (items as Item[]).flatMap((item) => {
    const quorum = quorumAt(item, after, context);
    const changed = JSON.stringify(quorum) !== JSON.stringify(quorumAt(item, before, context));
    return changed ? [{ item, quorum }] : [];
  });
}

/** The sections of drafted minutes with what follows from the list as it is right, whatever was edited in them since. */
function minutesAfter(context: Ctx) {
  const { record, locked, facts, profile } = context;
  const items = locked.filter(({ kind }) => kind === 'agendaItem');
  const concerned = decisionsConcerned(context);
  const right = items.map((item) => {
    const one = concerned.find(({ item: { id } }) => id === item.id);
    return one
      ? { ...item, standing: { ...item.standing, ...decisionPatch(item as Item, one.quorum.quorate) } }
      : item;
  });
  const others = facts.written.filter((row) => row.record.id !== record.id);
  const was = composeMinutes({ sitting: record, items, written: facts.written, profile });
  const is = composeMinutes({
    ...{ sitting: record, items: right, profile },
    written: [...rowsAfter(context), ...others],
  });
  return sectionsSetRight(keptSections(ownRows(context)), was, is);
}

/** The list as it was recorded stays, marked wrong; drafted minutes follow in a version of their own. */
export function recordCorrectedAttendance(context: Ctx): Effect[] {
  const { record, profile, actor } = context;
  const [row] = rowsAfter(context) as [WrittenRow];
  const list = attendanceIn([row]);
  const present = kindsOf(countedPresent(list));
  const patch = {
    present,
    quorate: isQuorum(present, profile, record.standing.quorum),
    ...observersThere(context, list),
  };
  const { kind, class: of, body, replaces } = row;
  const written: Effect = { do: 'write', kind, class: of, body, ...(replaces ? { replaces } : {}) };
  if (record.state !== 'minutesDrafted') return [written, { do: 'set', patch }];
  const version = record.standing.minutesVersion + 1;
  return [
    written,
    {
      do: 'write',
      kind: 'minutes',
      class: 'sheet',
      body: { version, sections: minutesAfter(context), by: actor.name },
    },
    { do: 'set', patch: { ...patch, minutesVersion: version } },
  ];
}

/** Decisions that were taken by others than was recorded learn by whom, and whether they were a quorum. */
export function attendanceCorrectionSteps(context: Ctx): Step[] {
  return decisionsConcerned(context).map(({ item, quorum }): Step => {
    const news: QuorumNews = { quorum, reason: context.payload.reason };
    return { record: { kind: 'agendaItem', id: item.id }, event: 'receive-attendance', payload: news };
  });
}

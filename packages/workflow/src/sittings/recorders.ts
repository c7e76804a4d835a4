import type { AddSubjectPayload } from '../agenda-items/subject.js';
import { derivedId } from '../derived-id.js';
import { localId } from '../local-id.js';
import type { Context, Missing, StoredRecord } from '../model.js';
import { type Effect, type GuardContext, missing } from '../topic.js';
import { amendmentRecorders } from './amend-minutes.js';
import { attendanceIn, countedPresent, isQuorum, kindsOf, mergedAttendance } from './attendance.js';
import { cancellingRecorders } from './cancelling.js';
import { carryingRecorders } from './carrying.js';
import { withOutcome } from './compose-item.js';
import { composeMinutes } from './compose-minutes.js';
import { recordCorrectedAttendance } from './correct-attendance.js';
import { correctedSections, keptSections } from './kept-sections.js';
import { asKnown, knownPeople } from './known-people.js';
import { gaveActions, hasDecidedOnCase, recordLetters } from './letters.js';
import { observersGiven, observersThere } from './observers.js';
import { recordRecall } from './recall.js';
import { schedulingRecorders } from './scheduling.js';
import type {
  AddItemPayload,
  AgreedMinutesNews,
  AgreeMinutesPayload,
  AttendanceEntry,
  ChangeMinutesPayload,
  CorrectedSectionNews,
  EndSittingPayload,
  GuestsNews,
  IssuePapersPayload,
  MinuteSection,
  OrderItemsPayload,
  RatificationNews,
  RecordAttendancePayload,
  SittingStanding,
} from './standing.js';
import { startingRecorders, startingRules } from './starting.js';

type Ctx<P extends object> = Context<SittingStanding, P>;
type Guard = GuardContext<SittingStanding>;

const office = 'role:coordinator';

/** The rules of a sitting, by the names that its chart uses. */
export const rules = {
  // Items that whoever asks does not see count for nothing: the answer would tell that they are there.
  hasItems: ({ record, facts }: Guard): Missing[] =>
    facts.related.some(({ kind, id }) => kind === 'agendaItem' && record.standing.order.includes(id))
      ? []
      : missing('items', 'The agenda has no item yet.', 'the coordinator'),
  // What nobody has decided or given back has no outcome, and minutes that leave it open are not agreed.
  isEveryItemDone: ({ locked, facts }: Guard): Missing[] => {
    const open = [...locked, ...facts.related].filter(
      ({ kind, state }) => kind === 'agendaItem' && (state === 'waiting' || state === 'open'),
    );
    return open.length === 0
      ? []
      : missing('outcome', 'An item has no outcome yet.', 'the chair or the coordinator');
  },
  hasDecidedOnCase,
  ...startingRules,
  isChair: ({ actor }: Guard): Missing[] =>
    actor.roles.some((role) => role === 'chair' || role === 'deputy-chair')
      ? []
      : missing('chair', 'Once the papers are out, the chair admits a late item with a reason.', 'the chair'),
};

const isRestricted = (locked: readonly StoredRecord[], caseId: string): boolean =>
  Boolean(locked.find((one) => one.id === caseId)?.standing.access?.closed);

/**
 * The sections of a new version. Those of items that whoever changes them does not see stay, and where they stood; what
 * was decided on an item stays in its section.
 */
function changedSections({ record, facts, payload }: Ctx<ChangeMinutesPayload>): MinuteSection[] {
  const latest = keptSections(facts.written);
  const seen = new Set(facts.related.map((one) => one.id));
  const changed = payload.sections.map((section) =>
    withOutcome(
      section,
      latest.find(({ itemId }) => itemId !== undefined && itemId === section.itemId),
    ),
  );
  latest.forEach((section, index) => {
    const { itemId } = section;
    if (itemId && record.standing.order.includes(itemId) && !seen.has(itemId))
      changed.splice(index, 0, section);
  });
  return changed;
}

/** What each accepted step of a sitting keeps. */
export const recorders = {
  ...schedulingRecorders,
  ...cancellingRecorders,
  ...carryingRecorders,
  ...amendmentRecorders,
  ...startingRecorders,
  recordItemPlace: ({
    record,
    commandId,
    payload,
    locked,
  }: Ctx<AddItemPayload | AddSubjectPayload>): Effect[] => [
    { do: 'set', patch: { order: [...record.standing.order, derivedId(commandId, localId.agendaItem)] } },
    ...(payload.lateReason && !('caseId' in payload && isRestricted(locked, payload.caseId))
      ? [
          {
            do: 'write',
            kind: 'late-item',
            class: 'safety',
            body: { ...('caseId' in payload ? { caseId: payload.caseId } : {}), reason: payload.lateReason },
          } as const,
        ]
      : []),
  ],
  recordGuests: ({ payload, record }: Ctx<GuestsNews>): Effect[] => [
    { do: 'set', patch: { guests: [...(record.standing.guests ?? []), ...payload.guests] } },
  ],
  // Items that whoever orders does not see keep their places among the others.
  recordOrder: ({ payload, record }: Ctx<OrderItemsPayload>): Effect[] => {
    const next = [...payload.order];
    const place = (id: string) => (payload.order.includes(id) ? (next.shift() as string) : id);
    const { breaks } = payload;
    return [{ do: 'set', patch: { order: record.standing.order.map(place), ...(breaks ? { breaks } : {}) } }];
  },
  recordPapers: ({ payload, record, facts, happened, actor }: Ctx<IssuePapersPayload>): Effect[] => [
    {
      do: 'write',
      kind: 'papers',
      class: 'safety',
      body: { ...payload, order: record.standing.order, by: actor.name },
    },
    {
      do: 'set',
      patch: { papersIssuedAt: happened, ...observersGiven({ record, facts }, payload.recipients) },
    },
    { do: 'end', rule: 'papers' },
    ...(payload.concerned ?? payload.recipients).map(
      (id) => ({ do: 'send', kind: 'papers-issued', principal: `user:${id}` }) as const,
    ),
  ],
  recordLetters,
  recordRecall,
  recordAttendance: (context: Ctx<RecordAttendancePayload>): Effect[] => {
    const { payload, profile, facts, record, happened } = context;
    const when = { inSession: record.state === 'inSession', happened };
    const known = knownPeople(context);
    const lines = (list: readonly AttendanceEntry[]) => list.map((one) => asKnown(one, known));
    const attendance = mergedAttendance(lines(attendanceIn(facts.written)), lines(payload.attendance), when);
    const present = kindsOf(countedPresent(attendance));
    return [
      { do: 'write', kind: 'attendance', class: 'safety', body: { attendance } },
      {
        do: 'set',
        patch: {
          present,
          quorate: isQuorum(present, profile, record.standing.quorum),
          ...observersThere(context, attendance),
        },
      },
    ];
  },
  recordCorrectedAttendance,
  recordEnd: (context: Ctx<EndSittingPayload>): Effect[] => {
    const { record, locked, facts, profile, happened, actor, payload } = context;
    const sections = composeMinutes({ sitting: record, items: locked, written: facts.written, profile });
    return [
      { do: 'write', kind: 'minutes', class: 'sheet', body: { version: 1, sections, by: actor.name } },
      {
        do: 'set',
        patch: {
          minutesVersion: 1,
          // One that was held before its planned start keeps the planned end: nothing ends before it starts.
          ...(happened > record.standing.startsAt ? { endsAt: happened } : {}),
          endedAt: happened,
        },
      },
      { do: 'start', rule: 'minutes', who: office },
      ...((payload.gave ?? gaveActions(locked))
        ? [{ do: 'start', rule: 'actions-out', who: office } as const]
        : []),
    ];
  },
  recordRatified: ({ payload }: Ctx<RatificationNews>): Effect[] => [
    { do: 'write', kind: 'ratified', class: 'sheet', body: payload },
  ],
  recordEarlierMinutes: ({ payload }: Ctx<AgreedMinutesNews>): Effect[] => [
    { do: 'write', kind: 'earlier-minutes-agreed', class: 'sheet', body: payload },
  ],
  recordCorrectedSection: ({ payload, record, facts, actor }: Ctx<CorrectedSectionNews>): Effect[] => {
    const version = record.standing.minutesVersion + 1;
    const own = facts.written.filter((row) => row.record.id === record.id);
    const sections = correctedSections(keptSections(own), payload);
    return [
      { do: 'write', kind: 'minutes', class: 'sheet', body: { version, sections, by: actor.name } },
      { do: 'set', patch: { minutesVersion: version } },
    ];
  },
  recordMinutes: (context: Ctx<ChangeMinutesPayload>): Effect[] => {
    const { record, actor } = context;
    const version = record.standing.minutesVersion + 1;
    const sections = changedSections(context);
    return [
      { do: 'write', kind: 'minutes', class: 'sheet', body: { version, sections, by: actor.name } },
      { do: 'set', patch: { minutesVersion: version } },
    ];
  },
  recordAgreedMinutes: ({ payload, record, actor, happened }: Ctx<AgreeMinutesPayload>): Effect[] => [
    {
      do: 'write',
      kind: 'minutes-agreed',
      class: 'sheet',
      body: { version: record.standing.minutesVersion, ...payload, by: actor.name },
    },
    { do: 'end', rule: 'minutes' },
    { do: 'set', patch: { minutedAt: happened } },
  ],
};

import { type AgendaItemStanding, caseOfItem } from '../agenda-items/standing.js';
import { type AddSubjectPayload, recordOfSubject } from '../agenda-items/subject.js';
import { derivedId } from '../derived-id.js';
import { localId } from '../local-id.js';
import type { Context, RecordRef, StoredRecord } from '../model.js';
import type { CommandDefinition, PolicyRow, Step, Topic } from '../topic.js';
import { type AmendMinutesPayload, amendmentFaults, amendmentSteps } from './amend-minutes.js';
import { cancelledSteps } from './cancelling.js';
import { carriedAtEnd, openingSteps, undecided } from './carrying.js';
import { attendanceCorrectionFaults, attendanceCorrectionSteps } from './correct-attendance.js';
import { sittingFaults } from './faults.js';
import { letterFaults } from './letters.js';
import { machine } from './machine.js';
import { filedParts } from './minutes-part.js';
import { chairOfIt, officeOfIt, relationsToSitting } from './office.js';
import { readers } from './readers.js';
import { recallFaults } from './recall.js';
import { recorders, rules } from './recorders.js';
import { schedulingFaults } from './scheduling.js';
import {
  type AddItemPayload,
  type AgreedMinutesNews,
  type AgreeMinutesPayload,
  blankSitting,
  type IssueLettersPayload,
  type MoveSittingPayload,
  type ScheduleSittingPayload,
  type SittingStanding,
} from './standing.js';
import { startFaults, undoStartFaults } from './starting.js';

type Ctx<P extends object> = Context<SittingStanding, P>;

/** An item learns whose it is: by that the members of this panel read it, and of no other. */
const panelOf = ({ standing: { panelId } }: StoredRecord<SittingStanding>) => (panelId ? { panelId } : {});

function newItem({ payload, record, commandId }: Ctx<AddItemPayload>): Step[] {
  const item = { kind: 'agendaItem', id: derivedId(commandId, localId.agendaItem) } as const;
  return [
    {
      record: item,
      event: 'add-item',
      payload: { ...payload, ...panelOf(record) },
      parentId: record.id,
      subjectId: payload.caseId,
    },
    {
      record: caseOfItem(payload),
      event: 'join-agenda',
      payload: { sittingId: record.id, ...panelOf(record) },
    },
  ];
}

/** Undecided items go back to the list, and their cases with them; an agenda of the panel that is open has them at once. */
function returned(context: Ctx<object>): Step[] {
  const back = undecided(context.locked).flatMap((item): Step[] => [
    { record: { kind: 'agendaItem', id: item.id }, event: 'return-to-list', payload: {} },
    ...ofCase(item, item.state === 'open' ? 'return-to-list' : 'leave-agenda', {}),
  ]);
  return [...back, ...carriedAtEnd(context)];
}

/** Its items learn that the minutes are agreed: from then on they are read for their days of grace only. Each case files its part; the sitting that agreed them minutes it. */
function minuted(context: Ctx<AgreeMinutesPayload>): Step[] {
  const { locked, record, payload } = context;
  const items = locked.filter((one) => one.kind === 'agendaItem');
  const { panel, startsAt, minutesVersion } = record.standing;
  const news: AgreedMinutesNews = { sittingId: record.id, panel, startsAt, version: minutesVersion };
  return [
    ...items.map(({ kind, id }): Step => ({ record: { kind, id }, event: 'receive-minutes', payload: {} })),
    ...filedParts(context),
    ...sittingNamed(payload).map(
      (one): Step => ({ record: one, event: 'receive-agreed-minutes', payload: news }),
    ),
  ];
}

function sittingNamed({ sittingId }: AgreeMinutesPayload): RecordRef[] {
  return sittingId ? [{ kind: 'sitting', id: sittingId }] : [];
}

/** An item without a case tells none. */
function ofCase(item: StoredRecord, event: string, payload: object): Step[] {
  const standing = item.standing as AgendaItemStanding;
  return standing.subject ? [] : [{ record: caseOfItem(standing), event, payload }];
}

const itemsAndCases = {
  children: ['agendaItem'],
  childrenSubjects: true,
  childrenSubjectsParent: ['personCase', 'locationCase'],
} as const satisfies CommandDefinition['locks'];

/** And who the child of a case is: by other names, too, nobody is named in the file of another. */
const itemsAndWhom = {
  ...itemsAndCases,
  childrenSubjectsParent: ['childCase', ...itemsAndCases.childrenSubjectsParent],
} as const satisfies CommandDefinition['locks'];

function newSubject({ payload, record, commandId }: Ctx<AddSubjectPayload>): Step[] {
  const item = { kind: 'agendaItem', id: derivedId(commandId, localId.agendaItem) } as const;
  const behind = recordOfSubject(payload);
  const earlier = payload.carriedFrom;
  return [
    {
      record: item,
      event: 'add-subject',
      payload: { ...payload, ...panelOf(record) },
      parentId: record.id,
      ...(behind ? { subjectId: behind.id } : {}),
    },
    ...(earlier
      ? [
          {
            record: { kind: 'agendaItem', id: earlier } as const,
            event: 'take-up',
            payload: { itemId: item.id },
          },
        ]
      : []),
  ];
}

/** What an item without a case is about, and the earlier one that it takes up. */
function lockedBySubject(payload: AddSubjectPayload): RecordRef[] {
  const behind = recordOfSubject(payload);
  return [
    ...(behind ? [behind] : []),
    ...(payload.carriedFrom ? [{ kind: 'agendaItem', id: payload.carriedFrom } as const] : []),
  ];
}

const presenterOf = ({ presenterId }: { presenterId?: string }): RecordRef[] =>
  presenterId ? [{ kind: 'user', id: presenterId }] : [];

const commands: Record<string, CommandDefinition> = {
  'schedule-sitting': {
    creates: true,
    parentOf: ({ panelId }: ScheduleSittingPayload) => (panelId ? { parentId: panelId } : {}),
    locks: {
      named: ({ panelId }: ScheduleSittingPayload) => (panelId ? [{ kind: 'panel', id: panelId }] : []),
    },
    reads: { all: 'user' },
    faults: schedulingFaults.schedule,
  },
  'move-sitting': {
    locks: { parent: 'share' },
    reads: {
      named: ({ chairId }: MoveSittingPayload) => (chairId ? [{ kind: 'user', id: chairId }] : []),
    },
    faults: schedulingFaults.move,
  },
  'open-agenda': {
    // What an earlier sitting left of a restricted case comes along too, whoever opens the agenda.
    locks: { ofSeries: 'unfinished', unseen: true },
    reads: { written: true, writtenOn: 'agendaItem' },
    also: openingSteps,
  },
  'add-item': {
    // Whom or what a case is about learns which panel it is before.
    locks: { named: (payload: AddItemPayload) => [caseOfItem(payload)], namedParent: true },
    reads: {
      children: 'agendaItem',
      named: presenterOf,
    },
    faults: sittingFaults.item,
    also: newItem,
  },
  'add-subject': {
    locks: { named: lockedBySubject },
    reads: { children: 'agendaItem', named: presenterOf },
    faults: sittingFaults.subject,
    also: newSubject,
  },
  'order-items': { reads: { children: 'agendaItem' }, faults: sittingFaults.order },
  'issue-papers': {
    reads: {
      children: 'agendaItem',
      named: (payload: { recipients: string[] }) => payload.recipients.map((id) => ({ kind: 'user', id })),
    },
    faults: sittingFaults.papers,
  },
  'start-sitting': { faults: startFaults },
  'undo-start': {
    // Whatever was recorded in session holds it, whoever sees its item.
    locks: { children: ['agendaItem'], unseen: true },
    reads: { written: true, writtenOnChildren: true },
    faults: undoStartFaults,
  },
  'record-attendance': {
    appends: true,
    // The panel with its list, and everybody's account, say who counts: not what is typed.
    locks: { parent: 'share' },
    reads: { written: true, writtenOnParent: true, all: 'user' },
    faults: sittingFaults.attendance,
  },
  'correct-attendance': {
    // Every decision that was taken by others than was recorded learns it, whoever sees its item.
    locks: { parent: 'share', children: ['agendaItem'], unseen: true },
    reads: { written: true, writtenOnParent: true, writtenOnChildren: true, all: 'user' },
    faults: attendanceCorrectionFaults,
    also: attendanceCorrectionSteps,
  },
  'end-sitting': {
    // An item of a restricted case gets its outcome too, whoever ends the sitting.
    locks: { ...itemsAndCases, ofSeries: 'next', unseen: true },
    reads: { written: true, writtenOnChildren: true },
    also: returned,
  },
  'issue-letters': {
    reads: {
      children: 'agendaItem',
      named: ({ recipients }: IssueLettersPayload) => recipients.map((id) => ({ kind: 'user', id })),
    },
    faults: letterFaults,
  },
  'recall-copy': { reads: { written: true }, faults: recallFaults },
  'change-minutes': { reads: { written: true, children: 'agendaItem' }, faults: sittingFaults.minutes },
  'agree-minutes': {
    locks: { ...itemsAndWhom, named: sittingNamed, unseen: true },
    reads: { written: true },
    faults: sittingFaults.agreement,
    also: minuted,
  },
  'amend-minutes': {
    locks: {
      ...itemsAndWhom,
      named: ({ sittingId }: AmendMinutesPayload) => [{ kind: 'sitting', id: sittingId }],
      unseen: true,
    },
    reads: { children: 'agendaItem' },
    faults: amendmentFaults,
    also: amendmentSteps,
  },
  'cancel-sitting': {
    locks: { ...itemsAndCases, parent: 'share', ofSeries: 'next' },
    reads: { written: true, writtenOnChildren: true },
    also: cancelledSteps,
  },
};

const office = ['coordinator', 'chair', 'deputy-chair'] as const;
const policy: PolicyRow[] = [
  { command: 'schedule-sitting', roles: office, words: 'the coordinator or the chair' },
  ...[
    'move-sitting',
    'open-agenda',
    'add-item',
    'add-subject',
    'order-items',
    'issue-papers',
    'record-attendance',
    'correct-attendance',
    'end-sitting',
    'issue-letters',
    'recall-copy',
    'change-minutes',
    'cancel-sitting',
  ].flatMap((command) => officeOfIt.map((who) => ({ command, ...who }))),
  ...['start-sitting', 'undo-start', 'agree-minutes', 'amend-minutes'].map((command) => ({
    command,
    ...chairOfIt,
  })),
];

/** The topic of sittings: the order and the state of a meeting; its items are records of their own. */
export const sittings: Topic = {
  name: 'sittings',
  kind: 'sitting',
  machine,
  rules,
  recorders,
  policy,
  commands,
  tellsOfOthers: ['add-item'],
  blank: blankSitting,
  relations: relationsToSitting,
  readers,
  persons: () => [],
  summary: (standing: SittingStanding, state) => ({
    title: standing.panel,
    reference: null,
    grade: null,
    ownerId: standing.chairId || null,
    teamId: null,
    nextDue: null,
    nextStep: null,
    openedAt: standing.startsAt || null,
    closedAt: ['minutesAgreed', 'cancelled'].includes(state as string)
      ? (standing.endedAt ?? standing.endsAt)
      : null,
  }),
};

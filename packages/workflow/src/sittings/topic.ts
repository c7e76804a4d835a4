import { derivedId } from '../derived-id.js';
import { localId } from '../local-id.js';
import type { Context, Reader, StoredRecord } from '../model.js';
import type { CommandDefinition, PolicyRow, Step, Topic } from '../topic.js';
import { sittingFaults } from './faults.js';
import { machine } from './machine.js';
import { recorders, rules } from './recorders.js';
import {
  type AddItemPayload,
  blankSitting,
  type CancelSittingPayload,
  type ScheduleSittingPayload,
  type SittingStanding,
} from './standing.js';

type Ctx<P extends object> = Context<SittingStanding, P>;

function newItem({ payload, record, commandId }: Ctx<AddItemPayload>): Step[] {
  const item = { kind: 'agendaItem', id: derivedId(commandId, localId.agendaItem) } as const;
  return [
    { record: item, event: 'add-item', payload, parentId: record.id, subjectId: payload.caseId },
    {
      record: { kind: 'childCase', id: payload.caseId },
      event: 'join-agenda',
      payload: { sittingId: record.id },
    },
  ];
}

/** Undecided items go back to the list, and their cases with them, for the next sitting. */
function returned({ locked }: Ctx<object>): Step[] {
  return undecided(locked).flatMap((item): Step[] => [
    { record: { kind: 'agendaItem', id: item.id }, event: 'return-to-list', payload: {} },
    ofCase(item, item.state === 'open' ? 'return-to-list' : 'leave-agenda', {}),
  ]);
}

/** A cancelled sitting tells the cases that it was to hear: a high one goes to chair's action (`domain.md` 6). */
function cancelled({ locked, record, payload }: Ctx<CancelSittingPayload>): Step[] {
  const listed = new Set(
    locked.filter((one) => (one.state as { panel?: string }).panel === 'listed').map((one) => one.id),
  );
  const news = { sittingId: record.id, reason: payload.reason };
  return undecided(locked).flatMap((item): Step[] => [
    { record: { kind: 'agendaItem', id: item.id }, event: 'return-to-list', payload: {} },
    listed.has(item.subjectId as string)
      ? ofCase(item, 'sitting-cancelled', news)
      : ofCase(item, 'leave-agenda', {}),
  ]);
}

function undecided(locked: readonly StoredRecord[]): StoredRecord[] {
  return locked.filter(
    (one) => one.kind === 'agendaItem' && ['waiting', 'open'].includes(one.state as string),
  );
}

function ofCase(item: StoredRecord, event: string, payload: object): Step {
  return { record: { kind: 'childCase', id: item.subjectId as string }, event, payload };
}

const itemsAndCases = { children: 'agendaItem', childrenSubjects: true } as const;

const commands: Record<string, CommandDefinition> = {
  'schedule-sitting': {
    creates: true,
    reads: { named: (payload: ScheduleSittingPayload) => [{ kind: 'user', id: payload.chairId }] },
    faults: sittingFaults.schedule,
  },
  'open-agenda': {},
  'add-item': {
    locks: { named: (payload: AddItemPayload) => [{ kind: 'childCase', id: payload.caseId }] },
    reads: {
      children: 'agendaItem',
      named: (payload: AddItemPayload) =>
        payload.presenterId ? [{ kind: 'user', id: payload.presenterId }] : [],
    },
    faults: sittingFaults.item,
    also: newItem,
  },
  'order-items': { reads: { children: 'agendaItem' }, faults: sittingFaults.order },
  'issue-papers': {
    reads: {
      named: (payload: { recipients: string[] }) => payload.recipients.map((id) => ({ kind: 'user', id })),
    },
    faults: sittingFaults.papers,
  },
  'start-sitting': { faults: sittingFaults.start },
  'record-attendance': { faults: sittingFaults.attendance },
  'end-sitting': { locks: itemsAndCases, also: returned },
  'change-minutes': { faults: sittingFaults.minutes },
  'agree-minutes': {},
  'cancel-sitting': { locks: itemsAndCases, also: cancelled },
};

const office = {
  roles: ['coordinator', 'chair', 'deputy-chair'],
  words: 'the coordinator or the chair',
} as const;
const chairs = { roles: ['chair', 'deputy-chair'], words: 'the chair' } as const;
const policy: PolicyRow[] = [
  ...[
    'schedule-sitting',
    'open-agenda',
    'add-item',
    'order-items',
    'issue-papers',
    'record-attendance',
    'end-sitting',
    'change-minutes',
    'cancel-sitting',
  ].map((command) => ({ command, ...office })),
  { command: 'start-sitting', ...chairs },
  { command: 'agree-minutes', ...chairs },
];

function readers({ standing }: StoredRecord<SittingStanding>): Reader[] {
  const roles = [
    'coordinator',
    'chair',
    'deputy-chair',
    'member',
    'substitute',
    'observer',
    'auditor',
    'senior',
  ];
  const principals = [...roles.map((role) => `role:${role}`), `user:${standing.chairId}`];
  // The history asks for the class of the whole case; no row of a sitting has it.
  const historians = ['role:auditor', 'role:information-governance', 'role:senior'];
  return [
    ...principals.flatMap((principal) =>
      (principal === 'role:observer' ? (['safety'] as const) : (['safety', 'sheet'] as const)).map((one) => ({
        principal,
        class: one,
        until: null,
      })),
    ),
    ...historians.map((principal) => ({ principal, class: 'case' as const, until: null })),
  ];
}

/** The topic of sittings: the order and the state of a meeting; its items are records of their own. */
export const sittings: Topic = {
  name: 'sittings',
  kind: 'sitting',
  machine,
  rules,
  recorders,
  policy,
  commands,
  blank: blankSitting,
  relations: () => [],
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
    closedAt: state === 'minutesAgreed' || state === 'cancelled' ? standing.endsAt : null,
  }),
};

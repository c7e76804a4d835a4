import type { Context, RecordRef, StoredRecord } from '../model.js';
import { caseRoles } from '../roles.js';
import { shortened } from '../shortened.js';
import type { PolicyRow, Step, Topic } from '../topic.js';
import { queueOfAction, readersOfAction, relationsToAction } from './access.js';
import { answerFaults, escalateFaults } from './escalation.js';
import { actionFaults } from './faults.js';
import { closedReadersApart } from './given-apart.js';
import { machine } from './machine.js';
import { recorders, successorId, wordsNow } from './recorders.js';
import { rules } from './rules.js';
import {
  type AddActionPayload,
  actionEndings,
  blankPlanAction,
  type ChangeActionPayload,
  type EndActionPayload,
  type PlanActionStanding,
  personsOfAction,
} from './standing.js';

type Ctx<P extends object> = Context<PlanActionStanding, P>;

const userNamed = (...ids: (string | undefined)[]): RecordRef[] =>
  ids.flatMap((id) => (id ? [{ kind: 'user' as const, id }] : []));

/** A child’s case learns what becomes of its actions: how many are open, and whose. */
function toCase(
  record: StoredRecord<PlanActionStanding>,
  event: string,
  ownerId: string,
  part: string,
): Step[] {
  const { caseId, caseKind } = record.standing;
  const payload = { actionId: record.id, part, ownerId };
  return caseKind ? [] : [{ record: { kind: 'childCase', id: caseId }, event, payload }];
}

function added({ record, payload }: Ctx<AddActionPayload>): Step[] {
  return toCase(record, 'add-action', payload.ownerId, payload.part);
}

/** Another owner: the case counts the action as the one's no longer, and as the other's. */
function changed({ record, payload, locked }: Ctx<ChangeActionPayload>): Step[] {
  const before = locked.find((one) => one.id === record.id)?.standing as PlanActionStanding | undefined;
  if (!payload.ownerId || !before) return [];
  const { part } = record.standing;
  return [
    ...toCase(record, 'end-action', before.ownerId, part),
    ...toCase(record, 'add-action', payload.ownerId, part),
  ];
}

/** The case counts it no longer; handed over, it goes on as an action of the new owner with the same words. */
function ended(context: Ctx<EndActionPayload>): Step[] {
  const { record, payload, commandId } = context;
  const { part, ownerId, caseId, due, itemId } = record.standing;
  const told = toCase(record, 'end-action', ownerId, part);
  if (payload.how !== 'handed-over' || payload.withCase) return told;
  const {
    revision: _revision,
    by: _by,
    reason: _reason,
    ...words
  } = wordsNow(context) as {
    revision?: number;
    by?: string;
    reason?: string;
  } & Partial<AddActionPayload>;
  const { coverId: _cover, ...kept } = words;
  return [
    ...told,
    {
      record: { kind: 'planAction', id: successorId(commandId) },
      event: 'add-action',
      payload: {
        ...kept,
        part,
        caseId,
        kind: record.standing.kind,
        ownerId: payload.newOwnerId,
        ...((payload.due ?? due) ? { due: payload.due ?? due } : {}),
        from: record.id,
        ...(itemId ? { itemId } : {}),
      },
      parentId: caseId,
      ...(record.subjectId ? { subjectId: record.subjectId } : {}),
    },
  ];
}

const owner = { roles: caseRoles, relation: 'owner', words: 'the owner of the action' } as const;
const lead = { roles: ['worker', 'manager'], relation: 'lead', words: 'the allocated worker' } as const;
const manages = {
  roles: ['manager', 'senior'],
  relation: 'holdingTeam',
  words: 'a manager of the team holding the case',
} as const;
const untaken = {
  roles: ['triage-social-worker', 'triage-officer', 'manager'],
  relation: 'untaken',
  words: 'triage or a manager, while no team holds the case',
} as const;
const panel = {
  roles: ['coordinator', 'chair', 'deputy-chair'],
  words: 'the coordinator or the chair',
} as const;
const sitting = {
  ...panel,
  relation: 'givenApart',
  words: 'the coordinator or the chair, of what a sitting gave on no child’s case',
} as const;
const keeps = {
  roles: caseRoles,
  relation: 'seesToApart',
  words:
    'whoever is named for the closed record that it is about or keeps it, or a senior manager where its owner has a personal connection',
} as const;
const ownersManager = {
  roles: ['manager', 'senior', 'member'],
  relation: 'managesOwner',
  words: 'the manager or the agency lead of the owner',
} as const;
const late = {
  'action-acceptance': 'the clock, where nobody answers for it',
  'action-due': 'the clock, where it is overdue',
  'actions-out': 'the clock, where the agency has not named an owner',
  'escalation-answer': 'the clock, where an escalation has no answer',
} as const;

const policy: readonly PolicyRow[] = [
  ...[lead, manages, untaken, panel].map((who) => ({ command: 'add-action', ...who })),
  ...[owner, ownersManager, lead, manages, untaken, panel, keeps].map((who) => ({
    command: 'change-action',
    ...who,
  })),
  { command: 'accept-action', ...owner },
  { command: 'decline-action', ...owner },
  ...[owner, lead, manages, untaken, sitting, keeps].map((who) => ({ command: 'end-action', ...who })),
  ...Object.entries(late).map(([clock, words]) => ({
    command: 'escalate-action',
    roles: [],
    clock,
    words,
  })),
  ...[lead, manages, panel].map((who) => ({ command: 'escalate-action', ...who })),
  ...[owner, ownersManager, lead, manages].map((who) => ({ command: 'answer-escalation', ...who })),
  ...[panel, keeps].map((who) => ({ command: 'answer-escalation', ...who })),
];

/** The case counts its actions, and its services learn who the partners of the plan are. */
const withServices = { parent: 'update', underParent: ['serviceEpisode'], unseen: true } as const;

/** The topic of the actions of a plan: each is a record of its own, and its case counts it. */
export const planActions: Topic = {
  name: 'plan-actions',
  kind: 'planAction',
  machine,
  rules,
  recorders,
  policy,
  commands: {
    'add-action': {
      creates: true,
      parentOf: (payload: AddActionPayload) => ({ parentId: payload.caseId }),
      locks: {
        named: (payload: AddActionPayload) => [{ kind: 'childCase', id: payload.caseId }],
        namedChildren: ['serviceEpisode'],
        unseen: true,
      },
      reads: { named: (payload: AddActionPayload) => userNamed(payload.ownerId, payload.coverId) },
      faults: actionFaults.add,
      also: added,
    },
    'change-action': {
      locks: withServices,
      reads: {
        written: true,
        named: ({ ownerId, coverId }: ChangeActionPayload) => userNamed(ownerId, coverId),
      },
      choice: (payload: ChangeActionPayload) => (payload.ownerId ? 'owner' : 'words'),
      choices: ['words', 'owner'],
      faults: actionFaults.change,
      also: changed,
    },
    'accept-action': {},
    'decline-action': {},
    'end-action': {
      locks: withServices,
      reads: {
        written: true,
        named: ({ newOwnerId, byActionId }: EndActionPayload) => [
          ...userNamed(newOwnerId),
          ...(byActionId ? [{ kind: 'planAction', id: byActionId } as const] : []),
        ],
      },
      choice: (payload: EndActionPayload) => payload.how,
      choices: actionEndings,
      faults: actionFaults.end,
      also: ended,
    },
    'escalate-action': { locks: { parent: 'share' }, faults: escalateFaults },
    'answer-escalation': { locks: { parent: 'share' }, faults: answerFaults },
  },
  blank: blankPlanAction,
  relations: relationsToAction,
  readers: readersOfAction,
  closedReaders: closedReadersApart,
  persons: ({ standing }: StoredRecord<PlanActionStanding>) => personsOfAction(standing),
  queue: queueOfAction,
  summary: (standing: PlanActionStanding, state) => ({
    title: shortened(standing.what, 160),
    // Whoever is to do what a sitting gave on no child’s case is not told whom or what it is about.
    reference: standing.caseKind ? null : standing.reference,
    grade: null,
    // Nobody’s, until whoever leads the agency that was given it names somebody.
    ownerId: standing.ownerId || null,
    teamId: standing.team,
    nextDue: null,
    nextStep: null,
    openedAt: null,
    closedAt: state === 'ended' ? (standing.ended?.at ?? null) : null,
  }),
};

import { endsWithCase } from '../child-cases/closing-steps.js';
import { derivedId } from '../derived-id.js';
import { localId } from '../local-id.js';
import type { Context, RecordRef, StoredRecord } from '../model.js';
import { chairOfIt, officeOfIt, relationsToSitting } from '../sittings/office.js';
import type { SittingStanding } from '../sittings/standing.js';
import type { Step, Topic } from '../topic.js';
import { itemReaders } from './access.js';
import { changeFaults, guestSteps, namedInChange } from './change-item.js';
import { allOfItsCase, connectionSteps, withdrawalSteps } from './connection-steps.js';
import { connectionFaults, foundFaults, withdrawnConnectionFaults } from './connections.js';
import { correctionSteps, entryFaults } from './correct-entry.js';
import { decisionFaults } from './decision-faults.js';
import { machine, recorders, rules } from './machine.js';
import { quorumFor } from './quorum.js';
import { ratificationFaults, ratificationSteps } from './ratify.js';
import {
  type AgendaItemStanding,
  blankAgendaItem,
  caseOfItem,
  type ItemConnectionPayload,
  panelDecisions,
  personsOfItem,
  type RatifyDecisionPayload,
  type RecordPanelDecisionPayload,
} from './standing.js';
import { offAgendaSteps } from './take-off.js';

type Ctx<P extends object> = Context<AgendaItemStanding, P>;

/** What an action of this item hangs on: the case or cluster that it is about; the item itself, where that is a theme. */
function homeOf({ id, subjectId, standing }: Ctx<object>['record']): Pick<Step, 'parentId' | 'subjectId'> {
  if (!standing.caseId) return { parentId: id, ...(subjectId ? { subjectId } : {}) };
  const { caseId, caseKind } = standing;
  return { parentId: caseId, ...(caseKind ? { subjectId: caseId } : {}) };
}

/** The actions that a decision gives, each a record of its own. */
function givenSteps({ payload, record, commandId }: Ctx<RecordPanelDecisionPayload>): Step[] {
  const home = homeOf(record);
  const { caseId, caseKind } = record.standing;
  return payload.actions.map((action, index) => ({
    record: { kind: 'planAction', id: derivedId(commandId, localId.planAction + index) },
    event: 'add-action',
    ...(action.agencyId ? { choice: 'agency' } : {}),
    payload: {
      ...action,
      ownerId: action.ownerId ?? '',
      caseId: home.parentId,
      kind: action.part === 'disruption' ? 'disruption' : 'other',
      ...(caseKind || !caseId ? { itemId: record.id } : {}),
    },
    ...home,
  }));
}

function steps(context: Ctx<RecordPanelDecisionPayload>): Step[] {
  const { payload, record } = context;
  if (!record.standing.caseId) return givenSteps(context);
  const {
    actions: _given,
    dissent: _dissent,
    inquorateReason: _reason,
    chairDecided: _said,
    ...decision
  } = payload;
  return [
    ...givenSteps(context),
    {
      record: caseOfItem(record.standing),
      event: 'record-panel-decision',
      choice: payload.grade ? `${payload.decision}-${payload.grade}` : payload.decision,
      payload: {
        ...decision,
        quorate: quorumFor(context).quorate,
        sittingId: record.standing.sittingId,
      },
    },
  ];
}

const userNamed = ({ userId }: Pick<ItemConnectionPayload, 'userId'>) =>
  userId ? [{ kind: 'user', id: userId } as const] : [];

/** The topic of agenda items: records of their own, so that two recorders do not collide. */
export const agendaItems: Topic = {
  name: 'agenda-items',
  kind: 'agendaItem',
  machine,
  rules,
  recorders,
  policy: [
    ...[
      'change-item',
      'take-off-agenda',
      'open-item',
      'record-panel-decision',
      'record-note',
      'declare-item-connection',
      'correct-entry',
    ].flatMap((command) => officeOfIt.map((who) => ({ command, ...who }))),
    {
      command: 'declare-item-connection',
      roles: ['member', 'substitute'],
      words: 'anybody at the table of his or her own, the chair or the coordinator of others',
    },
    ...['confirm-connection', 'dismiss-connection', 'withdraw-item-connection', 'ratify-decision'].map(
      (command) => ({ command, ...chairOfIt }),
    ),
  ],
  commands: {
    'change-item': {
      locks: { parent: 'update', subject: 'update', subjectParent: 'update', unseen: true },
      reads: { named: namedInChange },
      faults: changeFaults,
      also: guestSteps,
    },
    'open-item': {
      locks: { parent: 'share', subject: 'update' },
      also: ({ record }: Ctx<object>): Step[] =>
        record.standing.subject
          ? []
          : [
              {
                record: caseOfItem(record.standing),
                event: 'open-item',
                payload: { itemId: record.id, sittingId: record.standing.sittingId },
              },
            ],
    },
    'take-off-agenda': {
      locks: { parent: 'share', subject: 'update', subjectParent: 'update', unseen: true },
      also: offAgendaSteps,
    },
    'record-note': { appends: true, locks: { parent: 'share' } },
    'declare-item-connection': {
      locks: allOfItsCase,
      reads: { all: 'user' },
      faults: connectionFaults,
      also: connectionSteps,
    },
    'confirm-connection': {
      locks: allOfItsCase,
      reads: { all: 'user' },
      faults: foundFaults,
      also: connectionSteps,
    },
    'dismiss-connection': { locks: { parent: 'share' }, reads: { named: userNamed }, faults: foundFaults },
    'withdraw-item-connection': {
      locks: allOfItsCase,
      reads: { all: 'user' },
      faults: withdrawnConnectionFaults,
      also: withdrawalSteps,
    },
    'correct-entry': {
      locks: { parent: 'update', subject: 'update', unseen: true },
      reads: { written: true, writtenOnParent: true },
      faults: entryFaults,
      also: correctionSteps,
    },
    'ratify-decision': {
      locks: {
        parent: 'share',
        named: ({ sittingId }: RatifyDecisionPayload) =>
          sittingId ? [{ kind: 'sitting', id: sittingId }] : [],
      },
      // An older item does not keep whether its decision lowered a grade: its entry does.
      reads: { written: true },
      faults: ratificationFaults,
      also: ratificationSteps,
    },
    'record-panel-decision': {
      locks: {
        parent: 'share',
        subject: 'update',
        subjectParent: 'update',
        subjectChildren: endsWithCase,
        unseen: true,
      },
      reads: {
        written: true,
        writtenOnParent: true,
        underChild: ['childCase'],
        named: (payload: RecordPanelDecisionPayload) => [
          ...payload.actions.flatMap(({ ownerId, agencyId }): RecordRef[] => [
            ...(ownerId ? [{ kind: 'user', id: ownerId } as const] : []),
            ...(agencyId ? [{ kind: 'agency', id: agencyId } as const] : []),
          ]),
          ...(payload.referTo ? [{ kind: 'panel', id: payload.referTo } as const] : []),
        ],
      },
      choice: (payload: RecordPanelDecisionPayload) => payload.decision,
      choices: panelDecisions,
      faults: decisionFaults,
      also: steps,
    },
  },
  blank: blankAgendaItem,
  // Without its sitting nobody is of its office.
  relations: (actor, record, locked) => {
    const sitting = locked.find(({ kind, id }) => kind === 'sitting' && id === record.parentId);
    return sitting ? relationsToSitting(actor, sitting as StoredRecord<SittingStanding>) : [];
  },
  readers: itemReaders,
  persons: ({ standing }: StoredRecord<AgendaItemStanding>) => personsOfItem(standing),
  summary: (standing: AgendaItemStanding, state) => ({
    title: standing.name,
    reference: standing.reference || null,
    grade: null,
    ownerId: null,
    teamId: null,
    nextDue: null,
    nextStep: null,
    openedAt: standing.openedAt,
    closedAt: state === 'decided' ? (standing.decision?.at ?? null) : standing.returned,
  }),
};

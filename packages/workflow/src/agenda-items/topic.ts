import { setup } from 'xstate';
import { endsWithCase } from '../child-cases/closing-steps.js';
import type { ChildCaseStanding } from '../child-cases/standing.js';
import { recordChildOfCase } from '../children/under-child.js';
import { type ClusterStanding, clusterTitle } from '../clusters/standing.js';
import { derivedId } from '../derived-id.js';
import { localId } from '../local-id.js';
import type { Context, Missing, StoredRecord } from '../model.js';
import { findPerson } from '../person-named.js';
import { shortened } from '../shortened.js';
import type { AddItemPayload } from '../sittings/standing.js';
import type { AboutNews } from '../strand-cases/payloads.js';
import type { StrandCaseStanding } from '../strand-cases/standing.js';
import { endedSteps } from '../strand-cases/told-about.js';
import {
  actionsFrom,
  type Effect,
  type GuardContext,
  guardsFrom,
  missing,
  type Step,
  type Topic,
} from '../topic.js';
import { itemReaders, recordersOfSitting } from './access.js';
import { changeFaults, changeRules, itemChanges, namedInChange } from './change-item.js';
import { allOfItsCase, carriedConnections, connectionSteps } from './connection-steps.js';
import { connectionFaults, recordItemConnection } from './connections.js';
import { decisionFaults } from './decision-faults.js';
import { quorumFor } from './quorum.js';
import { isUnratified, ratificationFaults, ratificationSteps, recordRatification } from './ratify.js';
import { recordDecision } from './record-decision.js';
import { sittingOf } from './sitting-of.js';
import {
  type AgendaItemStanding,
  blankAgendaItem,
  caseOfItem,
  panelDecisions,
  personsOfItem,
  type RatifyDecisionPayload,
  type RecordNotePayload,
  type RecordPanelDecisionPayload,
} from './standing.js';
import { type AddSubjectPayload, subjectPatch, subjectRecorders } from './subject.js';

type Ctx<P extends object> = Context<AgendaItemStanding, P>;
/** What its sitting adds: the panel, and who presented an item that is moved from a cancelled one. */
type FromSitting = { panelId?: string; presenterName?: string };
type Guard = GuardContext<AgendaItemStanding>;

/** What an item keeps of its case. A person of concern is called by the reference: the name is for those who read the case. */
function keptOfCase({ locked, payload }: Ctx<AddItemPayload>): Partial<AgendaItemStanding> {
  const { caseId, caseKind } = payload;
  const about = locked.find((one) => one.id === caseId)?.standing;
  if (!caseKind) {
    const { childId, reference, name, chairsAction } = about as ChildCaseStanding;
    return { caseId, childId, reference, name, ...(chairsAction ? { chairsAction } : {}) };
  }
  if (caseKind === 'cluster') {
    const { reference, count } = about as ClusterStanding;
    return { caseId, caseKind, aboutId: caseId, reference, name: clusterTitle(count) };
  }
  const { aboutId, reference, name } = about as StrandCaseStanding;
  return { caseId, caseKind, aboutId, reference, name: caseKind === 'personCase' ? reference : name };
}

const rules = {
  ...changeRules,
  isInSession: (context: Guard): Missing[] => {
    const sitting = sittingOf(context);
    return !sitting || sitting.state === 'inSession'
      ? []
      : missing('inSession', 'The sitting is not in session.', 'the chair');
  },
  isUnratified,
};

const recorders = {
  recordChildOfCase,
  recordAbout: ({ payload, record }: Ctx<AboutNews>): Effect[] => {
    // A person stands under the reference, whoever it turns out to be.
    const kept = record.standing.caseKind === 'locationCase' ? { name: payload.name } : {};
    return [{ do: 'set', patch: { aboutId: payload.aboutId, ...kept } }];
  },
  ...subjectRecorders,
  ...itemChanges,
  recordItem: (context: Ctx<(AddItemPayload | AddSubjectPayload) & FromSitting>): Effect[] => {
    const { payload, record, profile, facts } = context;
    const presenter = findPerson(facts, payload.presenterId);
    const section = profile.panel.agenda.find((one) => one.id === payload.section);
    const patch: Partial<AgendaItemStanding> = {
      sittingId: record.parentId ?? '',
      ...(payload.panelId ? { panelId: payload.panelId } : {}),
      ...('caseId' in payload ? keptOfCase(context as Ctx<AddItemPayload>) : subjectPatch(context as never)),
      section: payload.section,
      asked: shortened(payload.asked, 300),
      minutes: payload.minutes ?? section?.minutesPerItem ?? 5,
      presenterId: presenter ? (payload.presenterId ?? null) : null,
      presenterName: presenter?.name ?? payload.presenterName ?? null,
      late: Boolean(payload.lateReason),
      ...carriedConnections(context as never),
    };
    return [
      { do: 'set', patch },
      { do: 'write', kind: 'item', class: 'sheet', body: payload },
    ];
  },
  recordOpening: ({ happened }: Ctx<object>): Effect[] => [{ do: 'set', patch: { openedAt: happened } }],
  recordDecision,
  recordNote: ({ payload, actor }: Ctx<RecordNotePayload>): Effect[] => [
    { do: 'write', kind: 'note', class: 'sheet', body: { ...payload, by: actor.name } },
  ],
  recordRatification,
  recordItemConnection,
  recordReturn: ({ payload, happened }: Ctx<{ cancelled?: boolean }>): Effect[] => [
    { do: 'set', patch: { returned: happened, ...(payload.cancelled ? { minutedAt: happened } : {}) } },
  ],
  recordMinutes: ({ happened }: Ctx<object>): Effect[] => [{ do: 'set', patch: { minutedAt: happened } }],
};

/** An item learns who the child of its case is, or the person or place, whatever has become of it. */
const child = {
  'receive-child': { actions: 'recordChildOfCase' },
  'receive-about': { actions: 'recordAbout' },
} as const;
/** A personal connection is declared as soon as it is known, before the item or while it is heard. */
const withdrawn = { 'declare-item-connection': { actions: 'recordItemConnection' } } as const;
/** Notes are added while the sitting runs, before, during and after the item's own decision. */
const noted = { 'record-note': { guard: 'isInSession', actions: 'recordNote' } } as const;
/** An item that is done with learns that the minutes of its sitting are agreed. */
const minuted = { ...child, 'receive-minutes': { actions: 'recordMinutes' } } as const;

/** When an item of an agenda may be asked what. */
const machine = setup({
  types: { context: {} as Context, events: {} as { type: string } },
  guards: guardsFrom(rules),
  actions: actionsFrom(recorders),
}).createMachine({
  id: 'agenda-items',
  context: {} as Context,
  initial: 'unrecorded',
  states: {
    unrecorded: {
      on: {
        'add-item': { target: 'waiting', actions: 'recordItem' },
        'add-subject': { target: 'waiting', actions: 'recordItem' },
      },
    },
    waiting: {
      on: {
        ...child,
        ...noted,
        ...withdrawn,
        'change-item': { guard: 'isToCome', actions: 'recordItemChange' },
        'open-item': { guard: 'isInSession', target: 'open', actions: 'recordOpening' },
        'return-to-list': { target: 'returned', actions: 'recordReturn' },
      },
    },
    open: {
      on: {
        ...child,
        ...noted,
        ...withdrawn,
        'record-panel-decision': { guard: 'isInSession', target: 'decided', actions: 'recordDecision' },
        'return-to-list': { target: 'returned', actions: 'recordReturn' },
      },
    },
    decided: {
      on: {
        ...minuted,
        ...noted,
        'ratify-decision': { guard: 'isUnratified', actions: 'recordRatification' },
      },
    },
    returned: { on: { ...minuted, 'take-up': { actions: 'recordTakenUp' } } },
  },
});

function steps(context: Ctx<RecordPanelDecisionPayload>): Step[] {
  const { payload, record, commandId } = context;
  const { caseId } = record.standing;
  if (!caseId) return [];
  const { actions, dissent: _dissent, inquorateReason: _reason, ...decision } = payload;
  const added = actions.map(
    (action, index): Step => ({
      record: { kind: 'planAction', id: derivedId(commandId, localId.planAction + index) },
      event: 'add-action',
      payload: { ...action, caseId, kind: action.part === 'disruption' ? 'disruption' : 'other' },
      parentId: caseId,
    }),
  );
  return [
    ...added,
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
    ...endedSteps(context, caseId),
  ];
}

/** The topic of agenda items: records of their own, so that two recorders do not collide. */
export const agendaItems: Topic = {
  name: 'agenda-items',
  kind: 'agendaItem',
  machine,
  rules,
  recorders,
  policy: [
    { command: 'change-item', roles: recordersOfSitting, words: 'the coordinator or the chair' },
    { command: 'open-item', roles: recordersOfSitting, words: 'the chair or the coordinator' },
    { command: 'record-panel-decision', roles: recordersOfSitting, words: 'the chair or the coordinator' },
    { command: 'record-note', roles: recordersOfSitting, words: 'the chair or the coordinator' },
    {
      command: 'declare-item-connection',
      roles: [...recordersOfSitting, 'member', 'substitute'],
      words: 'anybody at the table of his or her own, the chair or the coordinator of others',
    },
    { command: 'ratify-decision', roles: ['chair', 'deputy-chair'], words: 'the chair' },
  ],
  commands: {
    'change-item': {
      locks: { parent: 'share' },
      reads: { named: namedInChange },
      faults: changeFaults,
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
    'record-note': { appends: true, locks: { parent: 'share' } },
    'declare-item-connection': {
      locks: allOfItsCase,
      reads: { all: 'user' },
      faults: connectionFaults,
      also: connectionSteps,
    },
    'ratify-decision': {
      locks: {
        parent: 'share',
        named: ({ sittingId }: RatifyDecisionPayload) =>
          sittingId ? [{ kind: 'sitting', id: sittingId }] : [],
      },
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
          ...payload.actions.map((action) => ({ kind: 'user', id: action.ownerId }) as const),
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
  relations: () => [],
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

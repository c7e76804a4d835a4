import { setup } from 'xstate';
import type { ChildCaseStanding } from '../child-cases/standing.js';
import { recordChildOfCase } from '../children/under-child.js';
import { type ClusterStanding, clusterTitle } from '../clusters/standing.js';
import type { Context, Missing } from '../model.js';
import { findPerson } from '../person-named.js';
import { shortened } from '../shortened.js';
import { recordItemAmendment } from '../sittings/amend-minutes.js';
import type { AddItemPayload } from '../sittings/standing.js';
import type { AboutNews } from '../strand-cases/payloads.js';
import type { StrandCaseStanding } from '../strand-cases/standing.js';
import { actionsFrom, type Effect, type GuardContext, guardsFrom, missing } from '../topic.js';
import { changeRules, itemChanges } from './change-item.js';
import { carriedConnections } from './connection-steps.js';
import { connectionRecorders } from './connections.js';
import { entryRecorders, isNotAgreed } from './correct-entry.js';
import { recordQuorumOfDecision } from './quorum-set-right.js';
import { isUnratified, recordRatification } from './ratify.js';
import { recordDecision } from './record-decision.js';
import { sittingOf } from './sitting-of.js';
import type { AgendaItemStanding, RecordNotePayload } from './standing.js';
import { type AddSubjectPayload, subjectPatch, subjectRecorders } from './subject.js';
import { takeOffRecorders } from './take-off.js';

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
  const { aboutId, reference, name, chairsAction } = about as StrandCaseStanding;
  return {
    ...{ caseId, caseKind, aboutId, reference, name: caseKind === 'personCase' ? reference : name },
    ...(chairsAction ? { chairsAction } : {}),
  };
}

/** What must hold for an item to take a step. */
export const rules = {
  ...changeRules,
  isInSession: (context: Guard): Missing[] => {
    const sitting = sittingOf(context);
    return !sitting || sitting.state === 'inSession'
      ? []
      : missing('inSession', 'The sitting is not in session.', 'the chair');
  },
  isUnratified,
  isNotAgreed,
  hasConnection: ({ record }: Guard): Missing[] =>
    record.standing.access?.without?.length
      ? []
      : missing('connection', 'Nobody has withdrawn from the item.', 'whoever has a connection'),
};

/** What each accepted step of an item keeps. */
export const recorders = {
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
  ...takeOffRecorders,
  ...entryRecorders,
  recordQuorumOfDecision,
  ...connectionRecorders,
  recordReturn: ({ payload, happened }: Ctx<{ cancelled?: boolean }>): Effect[] => [
    { do: 'set', patch: { returned: happened, ...(payload.cancelled ? { minutedAt: happened } : {}) } },
  ],
  recordItemAmendment,
  recordMinutes: ({ happened }: Ctx<object>): Effect[] => [{ do: 'set', patch: { minutedAt: happened } }],
};

/** An item learns who the child of its case is, or the person or place, whatever has become of it. */
const child = {
  'receive-child': { actions: 'recordChildOfCase' },
  'receive-about': { actions: 'recordAbout' },
} as const;
/** A personal connection is declared, or what was found is answered, before the item or while it is heard. */
const withdrawn = {
  'declare-item-connection': { actions: 'recordItemConnection' },
  'confirm-connection': { actions: 'recordConfirmedConnection' },
  'dismiss-connection': { actions: 'recordDismissedConnection' },
  'withdraw-item-connection': { guard: 'hasConnection', actions: 'recordWithdrawnItemConnection' },
} as const;
/** Notes are added while the sitting runs, before, during and after the item's own decision. */
const noted = { 'record-note': { guard: 'isInSession', actions: 'recordNote' } } as const;
/** What was wrongly recorded of it is set right until its minutes are agreed. */
const correctable = { 'correct-entry': { guard: 'isNotAgreed', actions: 'recordCorrectedEntry' } } as const;
/** Before its decision an item can be taken off the agenda. */
const takingOff = {
  'take-off-agenda': { guard: 'isToCome', target: 'takenOff', actions: 'recordTakenOff' },
} as const;
/** An item that is done with learns that the minutes of its sitting are agreed, and that they are corrected later. */
const minuted = {
  ...child,
  'receive-minutes': { actions: 'recordMinutes' },
  'receive-amendment': { actions: 'recordItemAmendment' },
} as const;

/** When an item of an agenda may be asked what. */
export const machine = setup({
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
        ...takingOff,
        'leave-with-case': { target: 'takenOff', actions: 'recordLeaving' },
      },
    },
    open: {
      on: {
        ...child,
        ...noted,
        ...correctable,
        ...withdrawn,
        'record-panel-decision': { guard: 'isInSession', target: 'decided', actions: 'recordDecision' },
        'return-to-list': { target: 'returned', actions: 'recordReturn' },
        ...takingOff,
      },
    },
    decided: {
      on: {
        ...minuted,
        ...noted,
        ...correctable,
        'receive-attendance': { actions: 'recordQuorumOfDecision' },
        'ratify-decision': { guard: 'isUnratified', actions: 'recordRatification' },
      },
    },
    returned: { on: { ...minuted, ...correctable, 'take-up': { actions: 'recordTakenUp' } } },
    takenOff: { on: minuted },
  },
});

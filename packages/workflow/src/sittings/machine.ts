import { setup } from 'xstate';
import type { Context } from '../model.js';
import { actionsFrom, guardsFrom } from '../topic.js';
import { recorders, rules } from './recorders.js';

const prepares = { 'order-items': { actions: 'recordOrder' } } as const;
const moves = {
  'move-sitting': { actions: 'recordMove' },
  'receive-panel': { actions: 'recordPanel' },
} as const;
/** What an earlier sitting did not reach comes by itself. */
const carries = { 'receive-items': { actions: 'recordItemsMoved' } } as const;
/** Once the papers are out, and at the table, the chair alone admits an item. */
const late = {
  'add-item': { guard: 'isChair', actions: 'recordItemPlace' },
  'add-subject': { guard: 'isChair', actions: 'recordItemPlace' },
} as const;
/** An item tells who comes for it alone. */
const invites = { 'receive-guests': { actions: 'recordGuests' } } as const;
const letters = {
  'issue-letters': { guard: 'hasDecidedOnCase', actions: 'recordLetters' },
} as const;
const recalls = { 'recall-copy': { actions: 'recordRecall' } } as const;
/** Attendance that was wrongly recorded is set right until the minutes are agreed. */
const correctable = { 'correct-attendance': { actions: 'recordCorrectedAttendance' } } as const;
const amended = { 'amend-minutes': { actions: 'recordAmendment' } } as const;
const cancels = { 'cancel-sitting': { target: 'cancelled', actions: 'recordCancellation' } } as const;

/** When a sitting may be asked what. */
export const machine = setup({
  types: { context: {} as Context, events: {} as { type: string } },
  guards: guardsFrom(rules),
  actions: actionsFrom(recorders),
}).createMachine({
  id: 'sittings',
  context: {} as Context,
  initial: 'unrecorded',
  states: {
    unrecorded: { on: { 'schedule-sitting': { target: 'scheduled', actions: 'recordSchedule' } } },
    scheduled: {
      on: { 'open-agenda': { target: 'agendaOpen', actions: 'recordOpening' }, ...moves, ...cancels },
    },
    agendaOpen: {
      on: {
        'add-item': { actions: 'recordItemPlace' },
        'add-subject': { actions: 'recordItemPlace' },
        ...carries,
        ...moves,
        ...invites,
        ...prepares,
        'issue-papers': { guard: 'hasItems', target: 'papersIssued', actions: 'recordPapers' },
        ...cancels,
      },
    },
    papersIssued: {
      on: {
        ...late,
        ...carries,
        ...moves,
        ...invites,
        ...prepares,
        'issue-papers': { actions: 'recordPapers' },
        'record-attendance': { actions: 'recordAttendance' },
        'start-sitting': { target: 'inSession', actions: 'recordStart' },
        ...recalls,
        ...cancels,
      },
    },
    inSession: {
      on: {
        ...late,
        'receive-panel': { actions: 'recordPanel' },
        ...invites,
        ...prepares,
        'record-attendance': { actions: 'recordAttendance' },
        ...correctable,
        'receive-ratification': { actions: 'recordRatified' },
        'receive-agreed-minutes': { actions: 'recordEarlierMinutes' },
        'receive-amended-minutes': { actions: 'recordAmendedMinutes' },
        'undo-start': { guard: 'isNothingHeard', target: 'papersIssued', actions: 'recordUndoneStart' },
        'end-sitting': { target: 'minutesDrafted', actions: 'recordEnd' },
        ...recalls,
      },
    },
    minutesDrafted: {
      on: {
        ...letters,
        ...recalls,
        'change-minutes': { actions: 'recordMinutes' },
        ...correctable,
        'receive-correction': { actions: 'recordCorrectedSection' },
        'agree-minutes': {
          guard: 'isEveryItemDone',
          target: 'minutesAgreed',
          actions: 'recordAgreedMinutes',
        },
      },
    },
    minutesAgreed: { on: { ...letters, ...recalls, ...amended } },
    // Whoever had papers of it has them still.
    cancelled: { on: recalls },
  },
});

import { setup } from 'xstate';
import type { Context } from '../model.js';
import { actionsFrom, guardsFrom } from '../topic.js';
import { recorders } from './recorders.js';
import { rules } from './rules.js';

/** An episode learns who the child is and who holds a case of the child, in every state. */
const kept = {
  'receive-child': { actions: 'recordChildNews' },
  'receive-holder': { actions: 'recordHolder' },
} as const;

/** What is told to the other area of a placement, and a second report, belong to an absence whether it lasts or not. */
const onBooks = {
  ...kept,
  'receive-report': { actions: 'recordSecondReport' },
  'tell-area': { guard: 'hasOtherArea', actions: 'recordAreaTold' },
} as const;

/** A mistaken report stays to be read, marked so, and counts no more. */
const mistaken = {
  'withdraw-episode': { guard: 'isUnanswered', target: 'withdrawn', actions: 'recordWithdrawal' },
} as const;

/** When an absence may be asked what: it lasts, it is over, or a report of it is held until somebody compares it. */
export const machine = setup({
  types: { context: {} as Context, events: {} as { type: string } },
  guards: guardsFrom(rules),
  actions: actionsFrom(recorders),
}).createMachine({
  id: 'missing-episodes',
  context: {} as Context,
  initial: 'unrecorded',
  states: {
    unrecorded: {
      on: {
        'record-episode': [
          { guard: 'isStillAbsent', target: 'absent', actions: 'recordEpisode' },
          { guard: 'isOver', target: 'over', actions: 'recordEpisode' },
        ],
        'report-missing': [
          { guard: 'isFirstReport', target: 'absent', actions: ['recordReport', 'sendAlarm'] },
          { guard: 'isSecondReport', target: 'held', actions: ['recordReport', 'recordHeld'] },
        ],
      },
    },
    held: {
      on: {
        ...kept,
        ...mistaken,
        'decide-report': [
          { guard: 'isSameAbsence', target: 'merged', actions: 'recordDecision' },
          { guard: 'isAnotherAbsence', target: 'absent', actions: ['recordDecision', 'sendAlarm'] },
        ],
      },
    },
    merged: { on: kept },
    withdrawn: { on: kept },
    absent: {
      on: {
        ...onBooks,
        ...mistaken,
        'record-search': { actions: 'recordSearch' },
        'change-kind': { actions: ['recordKind', 'sendMissingNow'] },
        'record-return': { target: 'over', actions: 'recordReturn' },
      },
    },
    over: {
      on: {
        ...onBooks,
        ...mistaken,
        'receive-not-again': { actions: 'recordNotAgain' },
        'record-prevention-interview': { actions: 'recordPreventionInterview' },
        'record-not-offered': { guard: 'lacksInterview', actions: 'recordNotOffered' },
        'receive-offer': { actions: 'recordOffer' },
        'receive-interview': { actions: 'recordInterview' },
        'receive-missing-again': { actions: 'recordMissingAgain' },
      },
    },
  },
});

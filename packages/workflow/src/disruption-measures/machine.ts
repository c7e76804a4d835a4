import { setup } from 'xstate';
import type { Context } from '../model.js';
import { actionsFrom, guardsFrom } from '../topic.js';
import { recorders } from './recorders.js';
import { rules } from './rules.js';

/** What holds whatever has become of it: it follows whom and what it is on, an entry is set right, the whole is withdrawn. */
const always = {
  'receive-end': { actions: 'recordMoved' },
  'receive-end-access': { actions: 'recordEndAccess' },
  'correct-entry': { actions: 'recordCorrection' },
  'withdraw-measure': { target: 'withdrawn', actions: 'recordWithdrawal' },
} as const;

const open = {
  ...always,
  'allocate-measure': { actions: 'recordOwner' },
  'receive-child-status': { actions: 'recordChildStatus' },
} as const;

/** What leads into force, or to an end before it. */
const sought = {
  ...open,
  'grant-measure': { guard: 'isGranted', target: 'inForce', actions: 'recordGranted' },
  'serve-measure': { guard: 'isServedNotice', target: 'inForce', actions: 'recordServedNotice' },
  'refuse-measure': { target: 'refused', actions: 'recordRefused' },
  'drop-measure': { target: 'notPursued', actions: 'recordDropped' },
} as const;

const breached = { ...always, 'record-breach': { actions: 'recordBreach' } } as const;

/** When a measure may be asked what. A breach is recorded and the measure stays in force. */
export const machine = setup({
  types: { context: {} as Context, events: {} as { type: string } },
  guards: guardsFrom(rules),
  actions: actionsFrom(recorders),
}).createMachine({
  id: 'disruption-measures',
  context: {} as Context,
  initial: 'unrecorded',
  states: {
    unrecorded: { on: { 'consider-measure': { target: 'considered', actions: 'recordConsidered' } } },
    considered: { on: { ...sought, 'apply-for-measure': { target: 'applied', actions: 'recordApplied' } } },
    applied: { on: { ...sought, 'apply-for-measure': { actions: 'recordApplied' } } },
    inForce: {
      on: {
        ...breached,
        ...open,
        'serve-measure': { guard: 'isUnserved', actions: 'recordServedOrder' },
        'vary-measure': { actions: 'recordVaried' },
        'review-measure': { actions: 'recordReview' },
        'discharge-measure': { target: 'discharged', actions: 'recordDischarged' },
        'expire-measure': { guard: 'isRunning', target: 'expired', actions: 'recordExpired' },
      },
    },
    expired: { on: breached },
    discharged: { on: breached },
    refused: { on: always },
    notPursued: { on: always },
    withdrawn: {
      on: {
        'receive-end': { actions: 'recordMoved' },
        'receive-end-access': { actions: 'recordEndAccess' },
      },
    },
  },
});

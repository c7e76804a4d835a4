import { setup } from 'xstate';
import { held } from '../child-cases/on-case.js';
import { entriesHeld } from '../child-cases/withdrawn-on-case.js';
import type { Context } from '../model.js';
import { actionsFrom, guardsFrom } from '../topic.js';
import { recorders } from './recorders.js';
import { rules } from './rules.js';

const changed = [
  { guard: 'isOfOwner', target: 'offered', actions: ['recordChange', 'recordNewOwner'] },
  { guard: 'isOfWords', actions: 'recordChange' },
] as const;

/** What it learns in every state: who holds the case, who the child is, of its entries; of a person or a place that its listing ended, and who or what it is. */
const told = {
  ...held,
  ...entriesHeld,
  'receive-listing-end': { actions: 'recordListingEnd' },
  'receive-about': { actions: 'recordAbout' },
} as const;

const open = {
  ...told,
  'change-action': changed,
  'end-action': { target: 'ended', actions: 'recordEnding' },
} as const;

const late = {
  'escalate-action': { guard: 'hasUntoldStage', actions: 'recordEscalation' },
  'answer-escalation': { guard: 'hasEscalation', actions: 'recordAnswer' },
} as const;

/** When an action of a plan may be asked what. */
export const machine = setup({
  types: { context: {} as Context, events: {} as { type: string } },
  guards: guardsFrom(rules),
  actions: actionsFrom(recorders),
}).createMachine({
  id: 'plan-actions',
  context: {} as Context,
  initial: 'unrecorded',
  states: {
    unrecorded: {
      on: {
        'add-action': [
          { guard: 'isGivenToAgency', target: 'awaitingOwner', actions: 'recordGivenAction' },
          { target: 'offered', actions: 'recordAction' },
        ],
      },
    },
    awaitingOwner: { on: { ...open, ...late } },
    offered: {
      on: {
        ...open,
        ...late,
        'accept-action': { guard: 'isOwner', target: 'accepted', actions: 'recordAcceptance' },
        'decline-action': { guard: 'isOwner', target: 'declined', actions: 'recordDecline' },
      },
    },
    accepted: { on: { ...open, ...late } },
    declined: { on: { ...open, ...late } },
    ended: { on: told },
  },
});

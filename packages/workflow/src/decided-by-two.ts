import { setup } from 'xstate';
import type { Actor, Context, Missing, Reader, Standing, StoredRecord } from './model.js';
import { everyone } from './roles.js';
import { secondPerson } from './second-person.js';
import {
  actionsFrom,
  type Effect,
  type GuardContext,
  guardsFrom,
  type PolicyRow,
  type Recorder,
} from './topic.js';

/** What every change of an area's own rules keeps besides what it changes. */
export interface DecidedByTwo extends Standing {
  proposedBy: string | null;
  proposedAt: string;
  decidedBy: string | null;
  decidedAt: string | null;
}

/** Such a change before it is proposed. */
export const undecided = {
  clocks: [],
  proposedBy: null,
  proposedAt: '',
  decidedBy: null,
  decidedAt: null,
} satisfies DecidedByTwo;

/** It changes how children are graded and worked with: whoever decides on it answers for practice, and an administrator does not. */
const deciders = ['senior', 'chair', 'caldicott-guardian'] as const;
const decider = 'a senior manager, the chair or the Caldicott guardian';

/** The guard of each such change: whoever decides it did not propose it. */
export const twoPersonRules = {
  isSecondPerson: ({ record, actor }: GuardContext<DecidedByTwo>): Missing[] =>
    secondPerson(actor, record.standing.proposedBy, { did: 'proposed it', who: decider }),
};

/** What a proposal and a decision record of who and when, and whom a proposal is told: everybody who may decide it. */
export function proposalEffects({ actor, happened }: Context, told: string): Effect[] {
  return [
    { do: 'set', patch: { proposedBy: actor.userId, proposedAt: happened } },
    ...deciders.map((role) => ({ do: 'send', kind: told, principal: `role:${role}` }) as const),
  ];
}

/** What a decision records: its words under a kind of its own, by whom and when. */
export function decisionEffects({ payload, actor, happened }: Context, kind: string): Effect[] {
  return [
    { do: 'write', kind, class: 'case', body: { ...payload, by: actor.name } },
    { do: 'set', patch: { decidedBy: actor.userId, decidedAt: happened } },
  ];
}

/** When such a change may be asked what: proposed by one person, decided by another, never taken back. */
export function twoPersonMachine(
  id: string,
  recorders: { recordProposal: Recorder; recordDecision: Recorder },
) {
  return setup({
    types: { context: {} as Context, events: {} as { type: string } },
    guards: guardsFrom(twoPersonRules),
    actions: actionsFrom(recorders),
  }).createMachine({
    id,
    context: {} as Context,
    initial: 'unrecorded',
    states: {
      unrecorded: { on: { 'propose-change': { target: 'proposed', actions: 'recordProposal' } } },
      proposed: {
        on: {
          'approve-change': { guard: 'isSecondPerson', target: 'decided', actions: 'recordDecision' },
          'refuse-change': { guard: 'isSecondPerson', target: 'refused', actions: 'recordDecision' },
          'withdraw-change': { target: 'withdrawn', actions: 'recordDecision' },
        },
      },
      decided: {},
      refused: {},
      withdrawn: {},
    },
  });
}

/** Who may propose, decide and withdraw such a change. */
export const twoPersonPolicy: readonly PolicyRow[] = [
  { command: 'propose-change', roles: ['administrator'], words: 'an administrator' },
  { command: 'approve-change', roles: deciders, words: decider },
  { command: 'refuse-change', roles: deciders, words: decider },
  {
    command: 'withdraw-change',
    roles: ['administrator'],
    relation: 'proposer',
    words: 'the administrator who proposed it',
  },
];

/** Whether somebody proposed it. */
export function proposerOf(actor: Actor, { standing }: StoredRecord<DecidedByTwo>): string[] {
  return actor.userId !== null && actor.userId === standing.proposedBy ? ['proposer'] : [];
}

/** The rules of an area are read by everybody of it. */
export function everybodyReads(): Reader[] {
  return [everyone, 'role:administrator', ...deciders.map((role) => `role:${role}`)].map((principal) => ({
    principal,
    class: 'case',
    until: null,
  }));
}

/** What waits to be decided stands in the list of the senior managers. */
export function waitsForSecond({ state, standing }: StoredRecord<DecidedByTwo>) {
  return state === 'proposed'
    ? [{ principal: 'role:senior', due: standing.proposedAt, step: 'approve-change' }]
    : [];
}

/** The line of such a change in lists. */
export function decidedLine(title: string, { proposedAt, decidedAt }: DecidedByTwo) {
  return {
    title,
    reference: null,
    grade: null,
    ownerId: null,
    teamId: null,
    nextDue: null,
    nextStep: null,
    openedAt: proposedAt,
    closedAt: decidedAt,
  };
}

import { setup } from 'xstate';
import { instantMs, instantOf } from '../clocks/time-zone.js';
import type { Context, Fault, QueueLine, Reader, StoredRecord } from '../model.js';
import { actionsFrom, type Effect, guardsFrom, type Topic } from '../topic.js';
import { keptOf, kindsUnderChild, obstaclesTo, rules } from './rules.js';
import {
  blankDisposal,
  type DisposalStanding,
  type EndDisposalPayload,
  type ProposeDisposalPayload,
} from './standing.js';

type Ctx<P extends object> = Context<DisposalStanding, P>;

const governance = ['information-governance', 'caldicott-guardian'] as const;
const day = 86_400_000;

const recorders = {
  recordProposal: (context: Ctx<ProposeDisposalPayload>): Effect[] => {
    const { payload, locked, profile, actor, happened } = context;
    const target = locked.find((one) => one.id === payload.record.id);
    const kept = target && payload.basis === 'period-over' ? keptOf(target, context, profile) : null;
    return [
      {
        do: 'set',
        patch: {
          target: payload.record,
          basis: payload.basis,
          rule: kept?.rule ?? null,
          keptUntil: kept?.until ?? null,
          proposed: { by: actor.userId, at: happened },
        },
      },
    ];
  },
  recordApproval: ({ actor, at, profile }: Ctx<object>): Effect[] => [
    {
      do: 'set',
      patch: {
        approved: { by: actor.userId, at },
        notBefore: instantOf(instantMs(at) + profile.retention.waitDays * day),
      },
    },
  ],
  recordEnd: ({ payload, actor, happened }: Ctx<EndDisposalPayload>): Effect[] => [
    { do: 'write', kind: 'disposal-ended', class: 'case', body: { ...payload, by: actor.name } },
    { do: 'set', patch: { ended: { by: actor.userId, at: happened } } },
  ],
  recordCarriedOut: ({ actor, at }: Ctx<object>): Effect[] => [
    { do: 'set', patch: { ended: { by: actor.userId, at } } },
  ],
};

/** When a disposal may be asked what. Two people and a wait stand before anything is destroyed. */
const machine = setup({
  types: { context: {} as Context, events: {} as { type: string } },
  guards: guardsFrom(rules),
  actions: actionsFrom(recorders),
}).createMachine({
  id: 'disposals',
  context: {} as Context,
  initial: 'unrecorded',
  states: {
    unrecorded: { on: { 'propose-disposal': { target: 'proposed', actions: 'recordProposal' } } },
    proposed: {
      on: {
        'approve-disposal': { guard: 'isApprovable', target: 'approved', actions: 'recordApproval' },
        'refuse-disposal': { guard: 'isSecondPerson', target: 'refused', actions: 'recordEnd' },
        'withdraw-disposal': { target: 'withdrawn', actions: 'recordEnd' },
      },
    },
    approved: {
      on: {
        'carry-out': { guard: 'isRipe', target: 'carriedOut', actions: 'recordCarriedOut' },
        'withdraw-disposal': { target: 'withdrawn', actions: 'recordEnd' },
      },
    },
    carriedOut: {},
    refused: {},
    withdrawn: {},
  },
});

function proposalFaults({ payload, locked, facts, profile, at }: Ctx<ProposeDisposalPayload>): Fault[] {
  const target = locked.find((one) => one.id === payload.record.id && one.kind === payload.record.kind);
  return obstaclesTo(target, { locked, facts, profile, at, basis: payload.basis }).map(({ code, words }) => ({
    pointer: '/record',
    code,
    detail: words,
  }));
}

/**
 * What is looked at again before each step: the record, the child whose it is, what hangs under the child, and every
 * legal hold; also what those who decide do not read, for it would be destroyed all the same.
 */
const reads = { all: 'legalHold', underChild: kindsUnderChild } as const;
const books = { locks: { subject: 'update', subjectParent: 'update', unseen: true }, reads } as const;

const policy = {
  'propose-disposal': ['information-governance'],
  'approve-disposal': governance,
  'refuse-disposal': governance,
  'withdraw-disposal': governance,
  'carry-out': governance,
} as const;

function queue({ state, standing }: StoredRecord<DisposalStanding>): QueueLine[] {
  const due = state === 'approved' ? standing.notBefore : (standing.proposed?.at ?? null);
  if (due === null || (state !== 'proposed' && state !== 'approved')) return [];
  const step = state === 'proposed' ? 'approve-disposal' : 'carry-out';
  return governance.map((role) => ({ principal: `role:${role}`, due, step }));
}

/** The topic of disposals: content and salts are destroyed by two people, and the ledger still verifies. */
export const disposals: Topic = {
  name: 'disposals',
  kind: 'disposal',
  machine,
  rules,
  recorders,
  policy: Object.entries(policy).map(([command, roles]) => ({
    command,
    roles,
    words: roles.length > 1 ? 'information governance or the Caldicott guardian' : 'information governance',
  })),
  commands: {
    'propose-disposal': {
      creates: true,
      parentOf: ({ record }: ProposeDisposalPayload) => ({ subjectId: record.id }),
      locks: {
        named: ({ record }: ProposeDisposalPayload) => [record],
        namedParent: true,
      },
      reads,
      faults: proposalFaults,
    },
    'approve-disposal': { ...books },
    'refuse-disposal': {},
    'withdraw-disposal': {},
    'carry-out': { ...books },
  },
  blank: blankDisposal,
  relations: () => [],
  readers: () =>
    [...governance, 'auditor'].map(
      (role): Reader => ({ principal: `role:${role}`, class: 'case', until: null }),
    ),
  persons: () => [],
  summary: (standing: DisposalStanding) => ({
    title: 'Disposal',
    reference: null,
    grade: null,
    ownerId: null,
    teamId: null,
    nextDue: null,
    nextStep: null,
    openedAt: standing.proposed?.at ?? null,
    closedAt: standing.ended?.at ?? null,
  }),
  queue,
};

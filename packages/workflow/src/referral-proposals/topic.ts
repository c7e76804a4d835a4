import { setup } from 'xstate';
import { type ChildNews, childNewsEffects, type UnderChild } from '../children/under-child.js';
import { derivedId } from '../derived-id.js';
import { localId } from '../local-id.js';
import type { ProposalReason } from '../missing-episodes/proposal-rule.js';
import type { Context, Fault, Standing, StoredRecord } from '../model.js';
import { actionsFrom, type Effect, guardsFrom, type Step, type Topic } from '../topic.js';

/** A referral that counts suggest and that a person decides on: never an automatic case. */
export interface ReferralProposalStanding extends Standing, UnderChild {
  childId: string;
  childName: string;
  because: ProposalReason | null;
  from: string;
  decided: { accepted: boolean; at: string; caseId: string | null } | null;
}

interface RaiseProposalPayload {
  childId: string;
  childName: string;
  because: ProposalReason;
  from: string;
}
export interface AcceptProposalPayload {
  seenOrSaid: string;
  immediateDanger: boolean;
}
export interface DeclineProposalPayload {
  reason: string;
}

type Ctx<P extends object> = Context<ReferralProposalStanding, P>;
const triage = 'role:triage-social-worker';

const recorders = {
  recordProposal: ({ payload }: Ctx<RaiseProposalPayload>): Effect[] => [
    { do: 'set', patch: { ...payload } },
    { do: 'start', rule: 'triage-decision', who: triage },
  ],
  recordChildNews: (context: Context<never, ChildNews>): Effect[] => childNewsEffects(context, 'childName'),
  recordAcceptedProposal: ({ payload, happened, commandId, actor }: Ctx<AcceptProposalPayload>): Effect[] => [
    { do: 'write', kind: 'proposal-accepted', class: 'case', body: { ...payload, by: actor.name } },
    { do: 'end', rule: 'triage-decision' },
    {
      do: 'set',
      patch: { decided: { accepted: true, at: happened, caseId: derivedId(commandId, localId.childCase) } },
    },
  ],
  recordDeclinedProposal: ({ payload, happened, actor }: Ctx<DeclineProposalPayload>): Effect[] => [
    { do: 'write', kind: 'proposal-declined', class: 'case', body: { ...payload, by: actor.name } },
    { do: 'end', rule: 'triage-decision' },
    { do: 'set', patch: { decided: { accepted: false, at: happened, caseId: null } } },
  ],
};

/** A proposal goes with the child whom it is about, whatever has become of it. */
const child = { 'receive-child': { actions: 'recordChildNews' } } as const;

/** When a referral proposal may be asked what. */
const machine = setup({
  types: { context: {} as Context, events: {} as { type: string } },
  guards: guardsFrom({}),
  actions: actionsFrom(recorders),
}).createMachine({
  id: 'referral-proposals',
  context: {} as Context,
  initial: 'unrecorded',
  states: {
    unrecorded: { on: { 'raise-proposal': { target: 'proposed', actions: 'recordProposal' } } },
    proposed: {
      on: {
        'accept-proposal': { target: 'accepted', actions: 'recordAcceptedProposal' },
        'decline-proposal': { target: 'declined', actions: 'recordDeclinedProposal' },
        ...child,
      },
    },
    accepted: { on: child },
    declined: { on: child },
  },
});

function countedWords({ episodes, from, to, factors }: ProposalReason): string {
  return factors
    ? `Social care’s assessment authorised on ${factors.authorised} found factor ${factors.codes.join(' and ')}. `
    : `${episodes} missing episodes between ${from} and ${to}. `;
}

/** The referral that an accepted proposal records in the same change. */
function referral({ payload, record, commandId }: Ctx<AcceptProposalPayload>): Step[] {
  const { childId, because } = record.standing;
  const counted = because ? countedWords(because) : '';
  return [
    {
      record: { kind: 'childCase', id: derivedId(commandId, localId.childCase) },
      event: 'record-referral',
      payload: {
        childId,
        seenOrSaid: `${counted}${payload.seenOrSaid}`,
        immediateDanger: payload.immediateDanger,
        proposalId: record.id,
      },
      parentId: childId,
    },
  ];
}

function acceptFaults({ locked, record }: Ctx<AcceptProposalPayload>): Fault[] {
  const known = locked.some((one) => one.kind === 'child' && one.id === record.standing.childId);
  return known
    ? []
    : [{ pointer: '', code: 'noChild', detail: 'The child of this proposal is not one that you may see.' }];
}

const triageTeam = ['triage-social-worker', 'triage-officer'] as const;

/** The topic of referral proposals. */
export const referralProposals: Topic = {
  name: 'referral-proposals',
  kind: 'referralProposal',
  machine,
  rules: {},
  recorders,
  policy: [
    { command: 'accept-proposal', roles: triageTeam, words: 'the triage team' },
    { command: 'decline-proposal', roles: triageTeam, words: 'the triage team' },
  ],
  commands: {
    'accept-proposal': { locks: { parent: 'update' }, faults: acceptFaults, also: referral },
    'decline-proposal': {},
  },
  blank: {
    clocks: [],
    childId: '',
    childName: '',
    because: null,
    from: '',
    decided: null,
  } as ReferralProposalStanding,
  relations: () => [],
  readers: () =>
    [...triageTeam, 'coordinator', 'auditor'].map((role) => ({
      principal: `role:${role}`,
      class: 'case',
      until: null,
    })),
  persons: ({ standing }: StoredRecord<ReferralProposalStanding>) => [standing.childId],
  summary: (standing: ReferralProposalStanding, state) => ({
    title: standing.childName,
    reference: null,
    grade: null,
    ownerId: null,
    teamId: null,
    nextDue: null,
    nextStep: null,
    openedAt: null,
    closedAt: state === 'proposed' ? null : (standing.decided?.at ?? null),
  }),
};

import { setup } from 'xstate';
import { hasBreach } from '../child-cases/record-withdrawal.js';
import type { Actor, Context, Reader, StoredRecord } from '../model.js';
import { holdsFor } from '../posts.js';
import { statusSteps } from '../protections/tell-measures.js';
import { actionsFrom, guardsFrom, type Topic } from '../topic.js';
import { aboutMeFaults, statusLineFaults } from './about.js';
import { carerFaults, changedCarerFaults, endedCarerFaults } from './carers.js';
import {
  type IdentifyPayload,
  identifyFaults,
  identifyingRules,
  identifySteps,
  knownChild,
  unidentifySteps,
} from './identifying.js';
import { type DecideMergePayload, joiningRules } from './joining.js';
import {
  allUnderChild,
  approvalFaults,
  decisionSteps,
  kindsUnderChild,
  mergeFaults,
  otherNamed,
  unmergeFaults,
} from './joining-steps.js';
import { movingFaults, movingSteps } from './moving.js';
import { recorders } from './recorders.js';
import { factorSteps, socialCareFaults } from './social-care-referral.js';
import { blankChild, type ChildStanding, holdersOf, type RecordChildPayload } from './standing.js';
import { nhsNumberFaults } from './told-nhs-number.js';
import { retoldSteps, withdrawingFaults } from './withdrawing.js';

const rules = { ...identifyingRules, ...joiningRules, hasBreach };

/** What was written of another child is withdrawn at any time, and what follows is decided. */
const withdrawing = {
  'withdraw-entry': { actions: 'recordWithdrawnEntry' },
  'record-breach-decision': { guard: 'hasBreach', actions: 'recordBreachDecision' },
} as const;

/** What a child’s record takes on the books, whatever is proposed of it. */
const kept = {
  'record-status': { actions: 'recordStatus' },
  'record-social-care-referral': { actions: 'recordSocialCareReferral' },
  'record-about-me': { actions: 'recordAboutMe' },
  'record-carer': { actions: 'recordCarer' },
  'change-carer': { actions: 'recordChangedCarer' },
  'end-carer': { actions: 'recordEndedCarer' },
  'record-status-line': { actions: 'recordStatusLine' },
  'record-episode': { actions: 'recordEpisodeOfChild' },
  'record-return': { actions: 'recordReturnOfChild' },
  'forget-episode': { actions: 'recordNoEpisode' },
  'receive-case': { actions: 'recordCaseOfChild' },
  'receive-holder': { actions: 'recordHolder' },
  ...withdrawing,
  'move-case': { actions: 'recordMovedCase' },
} as const;

const decides = <A extends keyof typeof recorders>(approved: A) =>
  [
    { guard: 'isMergeApproved', target: 'onBooks', actions: approved },
    { guard: 'isMergeRefused', target: 'onBooks', actions: 'recordRefusedMerge' },
  ] as const;

/** When a child's own record may be asked what: it stays on the books, if need be under another record of the child. */
const machine = setup({
  types: { context: {} as Context, events: {} as { type: string } },
  guards: guardsFrom(rules),
  actions: actionsFrom(recorders),
}).createMachine({
  id: 'children',
  context: {} as Context,
  initial: 'unrecorded',
  states: {
    unrecorded: { on: { 'record-child': { target: 'onBooks', actions: 'recordChild' } } },
    onBooks: {
      on: {
        ...kept,
        identify: [
          { guard: 'isNamed', actions: 'recordIdentity' },
          { guard: 'isKnown', target: 'merged', actions: 'recordKnownAs' },
        ],
        'withdraw-identification': { guard: 'wasNamed', actions: 'recordWithdrawnIdentity' },
        'merge-children': { target: 'mergeProposed', actions: 'recordMergeProposal' },
        'unmerge-children': {
          guard: 'hasJoined',
          target: 'unmergeProposed',
          actions: 'recordUnmergeProposal',
        },
        'receive-joined': { actions: 'recordJoinedRecord' },
        'receive-merge-into': { target: 'merged', actions: 'recordMergedInto' },
      },
    },
    mergeProposed: { on: { ...kept, 'decide-merge': decides('recordMerge') } },
    unmergeProposed: { on: { ...kept, 'decide-merge': decides('recordUnmerge') } },
    merged: {
      on: {
        ...withdrawing,
        'record-return': kept['record-return'],
        'forget-episode': kept['forget-episode'],
        'receive-case': kept['receive-case'],
        'receive-holder': kept['receive-holder'],
        'receive-parting': { target: 'onBooks', actions: 'recordParted' },
      },
    },
  },
});

const registrars = ['triage-social-worker', 'triage-officer', 'coordinator'] as const;

const second = ['coordinator', 'triage-social-worker', 'senior'] as const;

const holder = {
  roles: ['worker', 'manager'],
  relation: 'holder',
  words: 'whoever holds a case of the child',
} as const;

const triageOrCoordinator = { roles: registrars, words: 'triage or the coordinator' } as const;
const senior = { roles: ['senior'], words: 'a senior manager' } as const;
const governance = { roles: ['information-governance'], words: 'information governance' } as const;

/** Whoever works with a case of the child, or manages the team that holds one. */
function relations(actor: Actor, { standing }: StoredRecord<ChildStanding>): string[] {
  const holds = standing.holders.some(
    ({ team, workerId }) => holdsFor(actor, workerId) || (team !== null && team === actor.teamId),
  );
  return holds ? ['holder'] : [];
}

const overseers = [
  'auditor',
  'information-governance',
  'caldicott-guardian',
  'senior',
  'chair',
  'deputy-chair',
] as const;

/** Who records at all hours that a child is missing, and police who name the child whom a measure protects: they learn who the child is, and no more. */
const byIdentity = [
  ...([
    'police-desk',
    'duty-manager',
    'out-of-hours',
    'intelligence-officer',
    'intelligence-supervisor',
  ] as const),
] as const;

/**
 * Who reads a child's own record: triage and the coordinator, those who oversee, and those who hold a case of the
 * child or did until lately. The chair reads every child, listed or not: a sitting decides on age, and the child does not learn of lists.
 */
function readers({ standing }: StoredRecord<ChildStanding>): Reader[] {
  const roles = [...registrars, ...overseers].map((role) => `role:${role}`);
  const former = Object.entries(standing.former ?? {});
  return [
    ...[...roles, ...holdersOf(standing)].map(
      (principal): Reader => ({ principal, class: 'case', until: null }),
    ),
    ...former.map(([principal, until]): Reader => ({ principal, class: 'case', until })),
    ...byIdentity.map((role): Reader => ({ principal: `role:${role}`, class: 'identity', until: null })),
  ];
}

/** Of a restricted child information governance knows that the record exists, as long as a breach waits for its decision. */
const closedReaders = ({ standing }: StoredRecord<ChildStanding>): Reader[] =>
  standing.withdrawn?.length
    ? [{ principal: 'role:information-governance', class: 'existence', until: null }]
    : [];

/** The topic of children on the books, with or without a case. */
export const children: Topic = {
  name: 'children',
  kind: 'child',
  machine,
  rules,
  recorders,
  policy: [
    { command: 'record-child', roles: registrars, words: 'triage or the coordinator' },
    { command: 'record-status', roles: registrars, words: 'triage or the coordinator' },
    {
      command: 'record-social-care-referral',
      roles: registrars,
      words: 'triage or the coordinator',
    },
    ...[
      ...['identify', 'withdraw-identification', 'record-about-me', 'record-status-line'],
      ...['record-carer', 'change-carer', 'end-carer'],
    ].flatMap((command) => [
      { command, roles: registrars, words: 'triage or the coordinator' },
      { command, ...holder },
    ]),
    ...['merge-children', 'unmerge-children'].map((command) => ({
      command,
      roles: ['coordinator'] as const,
      words: 'the coordinator',
    })),
    ...[triageOrCoordinator, holder, senior, governance].map((who) => ({
      command: 'withdraw-entry',
      ...who,
    })),
    { command: 'record-breach-decision', ...governance },
    ...[triageOrCoordinator, senior].map((who) => ({ command: 'move-case', ...who })),
    { command: 'decide-merge', roles: second, words: 'the coordinator, triage, or a senior manager' },
  ],
  commands: {
    'record-child': {
      creates: true,
      faults: ({ payload }: Context<ChildStanding, RecordChildPayload>) => nhsNumberFaults(payload, ''),
    },
    'record-status': {
      locks: { children: ['protection'], childrenSubjects: true, unseen: true },
      also: ({ record, locked }) => statusSteps(locked, record.id, record.standing as ChildStanding),
    },
    'record-social-care-referral': { faults: socialCareFaults, also: factorSteps },
    'record-about-me': { faults: aboutMeFaults },
    'record-carer': { faults: carerFaults },
    'change-carer': { reads: { written: true }, faults: changedCarerFaults },
    'end-carer': { reads: { written: true }, faults: endedCarerFaults },
    'record-status-line': { faults: statusLineFaults },
    identify: {
      locks: { ...allUnderChild, named: knownChild, namedChildren: kindsUnderChild },
      choice: ({ as }: IdentifyPayload) => as,
      choices: ['named', 'known'],
      faults: identifyFaults,
      also: identifySteps,
    },
    'withdraw-identification': { locks: allUnderChild, also: unidentifySteps },
    'merge-children': { locks: { named: otherNamed }, faults: mergeFaults },
    'unmerge-children': { faults: unmergeFaults },
    'withdraw-entry': {
      locks: allUnderChild,
      reads: { written: true },
      faults: withdrawingFaults.withdrawnEntry,
      also: retoldSteps,
    },
    'record-breach-decision': {
      locks: allUnderChild,
      reads: { written: true },
      faults: withdrawingFaults.breachDecision,
      also: retoldSteps,
    },
    'move-case': {
      locks: { ...allUnderChild, named: otherNamed, namedChildren: kindsUnderChild },
      faults: movingFaults,
      also: movingSteps,
    },
    'decide-merge': {
      locks: { ...allUnderChild, named: otherNamed, namedChildren: kindsUnderChild },
      choice: ({ decision }: DecideMergePayload) => decision,
      choices: ['approve', 'refuse'],
      faults: approvalFaults,
      also: decisionSteps,
    },
  },
  tellsOfOthers: [],
  blank: blankChild,
  relations,
  readers,
  closedReaders,
  persons: ({ id }: StoredRecord) => [id],
  summary: (standing: ChildStanding) => ({
    title: standing.name,
    reference: standing.localId,
    grade: null,
    ownerId: null,
    teamId: null,
    nextDue: null,
    nextStep: null,
    openedAt: null,
    closedAt: null,
  }),
};

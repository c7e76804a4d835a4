import type { RecordPanelDecisionPayload } from '../agenda-items/standing.js';
import { deferredListingSteps, withdrawnListingSteps, withItems } from '../agenda-items/take-off.js';
import { keptWithCase } from '../agenda-items/with-case.js';
import { waitsToBeMinuted } from '../child-cases/chairs-action.js';
import { nodeOf } from '../links/ends.js';
import { followers } from '../links/told.js';
import type { Context, RecordRef, StoredRecord } from '../model.js';
import { nextCheckFaults } from '../next-check.js';
import { listedForFaults } from '../panels/listed-for.js';
import type { CommandDefinition, Topic } from '../topic.js';
import { closedReadersOfStrand, readersOfStrand, relationsToStrand } from './access.js';
import { strandActionFaults } from './chairs-action.js';
import { handlings, necessityOutcomes, releaseStages } from './codes.js';
import { acceptanceFaults, addBasisFaults, openingFaults, strandFaults } from './faults.js';
import { closesWith, handlingSteps } from './handling.js';
import { strandMachine } from './machine.js';
import { aboutIn } from './opening.js';
import type {
  NominatePayload,
  PrepareReleasePayload,
  ReportPayload,
  ReviewNecessityPayload,
  SetHandlingPayload,
} from './payloads.js';
import { strandPolicy } from './policy.js';
import { queueOfStrand } from './queue.js';
import { recorders } from './recorders.js';
import { strandDecisionFaults } from './removal-faults.js';
import { regionsOfStrand, rules } from './rules.js';
import { blankStrandCase, type StrandCaseStanding } from './standing.js';
import type { Strand } from './strand.js';
import { suspensionFaults } from './suspension-faults.js';
import {
  acceptanceSteps,
  afterwards,
  openingSteps,
  panelSteps,
  relistingSteps,
  removalSteps,
} from './told-about.js';

type Opening = NominatePayload & ReportPayload;

const user = (id: string | undefined): RecordRef[] => (id ? [{ kind: 'user', id }] : []);

/** The record of the person or place is told who reads it. */
const told: CommandDefinition = { locks: { parent: 'update', unseen: true }, also: afterwards() };

/** The same, and the links at that record. */
const toldWithLinks = {
  locks: { parent: 'update', underParent: followers, unseen: true },
} as const satisfies CommandDefinition;

function shared(strand: Strand): Record<string, CommandDefinition> {
  const named = (payload: Opening): RecordRef[] => {
    const id = payload[`${strand.about}Id`];
    return id ? [{ kind: strand.about, id }] : [];
  };
  const closing = {
    ...closesWith,
    matched: {
      kind: 'cluster',
      about: keptWithCase,
      terms: ({ aboutId }: StrandCaseStanding) => [
        { kind: 'hub', term: nodeOf({ kind: strand.about, id: aboutId }) },
      ],
    },
  } as const satisfies CommandDefinition['locks'];
  return {
    [strand.open]: {
      creates: true,
      parentOf: (payload: Opening, commandId: string) => ({ parentId: aboutIn(payload, commandId) }),
      locks: { named, namedChildren: [strand.kind] },
      faults: openingFaults(strand),
      also: openingSteps(strand),
    },
    'start-screening': {},
    [strand.accept]: {
      ...toldWithLinks,
      also: acceptanceSteps,
      reads: { named: ({ officerId }: { officerId?: string }) => user(officerId) },
      faults: acceptanceFaults(strand),
    },
    [strand.decline]: { ...told, faults: strandFaults.decline },
    'allocate-officer': {
      ...told,
      reads: { named: ({ officerId }: { officerId?: string }) => user(officerId) },
      faults: strandFaults.officer,
    },
    'review-necessity': {
      choice: ({ outcome }: ReviewNecessityPayload) => outcome,
      choices: necessityOutcomes,
    },
    'add-basis': { faults: addBasisFaults(strand) },
    'withdraw-basis': { faults: strandFaults.withdrawBasis },
    'set-priority': { faults: strandFaults.priority },
    'set-handling': {
      locks: closing,
      reads: { named: ({ readers = [] }: SetHandlingPayload) => readers.flatMap(user) },
      choice: ({ handling }: SetHandlingPayload) => handling,
      choices: handlings,
      faults: strandFaults.handling,
      also: handlingSteps,
    },
    'close-alike': { locks: closing, also: handlingSteps },
    suspend: { faults: suspensionFaults(strand) },
    'change-release': { faults: strandFaults.release },
    'prepare-release': {
      choice: ({ stage }: PrepareReleasePayload) => stage,
      choices: releaseStages,
      faults: strandFaults.prepared,
    },
    resume: {},
    'propose-removal': { faults: strandFaults.removal(strand) },
    'approve-removal': {
      locks: { ...toldWithLinks.locks, ...withItems, children: ['planAction'] },
      also: removalSteps,
    },
    'refuse-removal': {},
    'record-recall': told,
    'record-next-check': { ...told, faults: nextCheckFaults },
    'await-next-check': { ...told, faults: nextCheckFaults },
    relist: { locks: { ...told.locks, children: ['planAction'] }, also: relistingSteps },
    'correct-record': { reads: { written: true }, faults: strandFaults.correction },
    'list-for-panel': {
      ...told,
      reads: { all: 'panel' },
      faults: listedForFaults,
      also: afterwards('listed'),
    },
    'take-chairs-action': {
      ...told,
      reads: { all: 'panel' },
      faults: strandActionFaults,
      also: afterwards('listed'),
    },
    'withdraw-listing': {
      locks: { ...told.locks, ...withItems },
      faults: waitsToBeMinuted,
      also: (context) => [...afterwards('notListed')(context), ...withdrawnListingSteps(context as never)],
    },
    'defer-listing': { locks: withItems, faults: strandFaults.deferral, also: deferredListingSteps },
  };
}

const ofPersons: Record<string, CommandDefinition> = {
  'ask-care-manager': {
    ...told,
    reads: { all: 'agency', named: ({ managerId }: { managerId?: string }) => user(managerId) },
    faults: strandFaults.careManager,
  },
  'answer-for-child': told,
  'record-investigation': { faults: strandFaults.investigation },
  'record-child-told': { faults: strandFaults.childTold },
  'decide-printing': {},
};

const closedWork = ['closed', 'declined'];

/** The topic of the cases of one strand: of persons of concern, or of locations. */
export function strandCaseTopic(strand: Strand): Topic {
  return {
    name: strand.topic,
    kind: strand.kind,
    machine: strandMachine(strand),
    commands: { ...shared(strand), ...(strand.about === 'person' ? ofPersons : {}) },
    rules,
    recorders,
    policy: strandPolicy(strand),
    blank: blankStrandCase,
    // Whoever it is before reads whom or what it is about.
    eventAlso: {
      ...Object.fromEntries(
        ['join-agenda', 'leave-agenda', 'return-to-list', 'sitting-cancelled', 'receive-guests'].map(
          (event) => [event, afterwards()],
        ),
      ),
      'record-panel-decision': panelSteps,
    },
    eventFaults: {
      'record-panel-decision': strandDecisionFaults(strand) as (
        context: Context<StrandCaseStanding, RecordPanelDecisionPayload>,
      ) => ReturnType<ReturnType<typeof strandDecisionFaults>>,
    },
    relations: relationsToStrand,
    readers: readersOfStrand,
    closedReaders: closedReadersOfStrand,
    persons: ({ standing }: StoredRecord<StrandCaseStanding>) => [standing.aboutId],
    queue: queueOfStrand,
    summary: (standing: StrandCaseStanding, state) => ({
      title: standing.name,
      reference: standing.reference,
      grade: standing.reference ? standing.priority : null,
      ownerId: standing.officerId,
      teamId: null,
      nextDue: null,
      nextStep: null,
      openedAt: standing.nominatedAt,
      closedAt: closedWork.includes(regionsOfStrand({ state }).work) ? (standing.closed?.at ?? null) : null,
    }),
  };
}

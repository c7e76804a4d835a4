import { deferredListingSteps, withdrawnListingSteps, withItems } from '../agenda-items/take-off.js';
import { extensionFaults } from '../clocks/extending.js';
import { closedRequests } from '../information-requests/closed-requests.js';
import { clustersOfChild } from '../links/told.js';
import type { RecordRef, StoredRecord } from '../model.js';
import { nextCheckFaults } from '../next-check.js';
import { promptSteps } from '../notices/prompts.js';
import { forwardedCopies, sharedCopies } from '../plan-copies/issue.js';
import { outdatedSteps, plainCopySteps, plainFaults } from '../plan-copies/plain.js';
import { grades } from '../profile/grade.js';
import { closedServices } from '../service-episodes/closed-services.js';
import type { CommandDefinition, Topic } from '../topic.js';
import { closedReadersOfCase, readersOfCase, relationsToCase } from './access.js';
import { accessSteps } from './access-steps.js';
import {
  chairsActionChoices,
  chairsActionFaults,
  chairsActionOwners,
  chairsActionSteps,
  type TakeChairsActionPayload,
  waitsToBeMinuted,
} from './chairs-action.js';
import { closingSteps, endsWithCase } from './closing-steps.js';
import { askedByAssessment, askedByConfirmation } from './contradictions.js';
import { caseFaults } from './faults.js';
import { holderSteps, kindsOnCase } from './holder-steps.js';
import { machine } from './machine.js';
import { type RateOutcomesPayload, ratingOccasions } from './outcomes.js';
import { partnerBegun, partnerEnded } from './partner-steps.js';
import {
  type AskBlindAssessmentPayload,
  type ConfirmGradePayload,
  closureReasons,
  type ProposeClosurePayload,
  type RecordReferralPayload,
  type RestrictPayload,
} from './payloads.js';
import { policy } from './policy.js';
import { queueOfCase } from './queue.js';
import { childOf, childStep } from './record-referral.js';
import { type RecordSingleAssessmentPayload, singleAssessmentSteps } from './record-single-assessment.js';
import { otherCaseStep } from './record-triage.js';
import { recorders } from './recorders.js';
import { regionsOf, rules } from './rules.js';
import { blankChildCase, type ChildCaseStanding, rulingGrade } from './standing.js';
import { type RefuseTransferPayload, type TransferOutPayload, transferAnswers } from './transfer.js';
import { type DecideTriagePayload, triageOutcomes } from './triage-payloads.js';
import { restoredSteps, withdrawnSteps, withEntries } from './withdrawn-on-case.js';

const childNamed = (payload: RecordReferralPayload): RecordRef[] =>
  payload.childId ? [{ kind: 'child', id: payload.childId }] : [];
const otherCaseNamed = (payload: DecideTriagePayload): RecordRef[] =>
  payload.otherCaseId ? [{ kind: 'childCase', id: payload.otherCaseId }] : [];

const account = (id: string | undefined): RecordRef[] => (id ? [{ kind: 'user', id }] : []);
const ownerNamed = ({ ownerId }: { ownerId?: string }) => account(ownerId);

/** What learns who holds a case: the child it is about with its missing episodes, and the actions of its plan. */
const holds = {
  parent: 'update',
  children: kindsOnCase,
  underParent: ['missingEpisode', 'returnInterview', 'incidentVictim', 'protection'],
} as const;

/** All that hangs on a case and on its child, which learns who reads it, with an item about a challenge to it. */
const allOfIt = {
  ...holds,
  unseen: true,
  ...({ about: ['agendaItem', 'breakGlass'], beneath: ['agendaItem'] } as const),
  aboutParent: 'share',
  matched: clustersOfChild,
  underParent: [
    'childCase',
    'missingEpisode',
    'returnInterview',
    'incidentVictim',
    'referralProposal',
    'accessRequest',
    'protection',
    'link',
  ],
} as const;

const commands: Record<string, CommandDefinition> = {
  'record-referral': {
    creates: true,
    parentOf: (payload: RecordReferralPayload, commandId: string) => ({
      parentId: childOf(payload, commandId),
    }),
    locks: { named: childNamed },
    faults: caseFaults.referral,
    also: (context) => [...childStep(context), ...promptSteps(context)],
  },
  'raise-immediate-danger': {},
  'acknowledge-danger': { faults: caseFaults.acknowledgement },
  'repeat-danger': {},
  'record-safety-action': {},
  'decide-triage': {
    locks: { ...holds, named: otherCaseNamed, namedParent: true, namedChildren: kindsOnCase },
    reads: { all: 'agency', written: true, underChild: ['childCase'] },
    choice: (payload: DecideTriagePayload) => payload.outcome,
    choices: triageOutcomes,
    faults: caseFaults.triage,
    also: (context) => [
      ...otherCaseStep(context),
      ...holderSteps(context),
      ...closedRequests(context),
      ...closedServices(context),
    ],
  },
  'record-check': { faults: caseFaults.check },
  'record-strategy-discussion': { faults: caseFaults.strategyDiscussion },
  'allocate-worker': {
    locks: { ...holds, unseen: true },
    also: holderSteps,
    reads: { named: (payload: { workerId: string }) => [{ kind: 'user', id: payload.workerId }] },
    faults: caseFaults.allocation,
  },
  'record-section-47-outcome': {},
  'record-conference': { faults: caseFaults.conference },
  'record-contact': { faults: caseFaults.contact },
  'record-feedback': {
    locks: { parent: 'share', unseen: true },
    reads: { written: true, underChild: ['childCase'] },
    faults: caseFaults.feedback,
  },
  suspend: { reads: { named: ownerNamed }, faults: caseFaults.suspension },
  'check-suspension': { reads: { named: ownerNamed }, faults: caseFaults.suspensionCheck },
  resume: {},
  'record-view': { faults: caseFaults.view },
  'assess-risk': {
    reads: { parent: true, written: true, children: 'notice' },
    faults: caseFaults.assessment,
    asks: askedByAssessment,
    also: promptSteps,
  },
  'record-screening': { reads: { parent: true }, faults: caseFaults.screening },
  'record-finding': { reads: { written: true }, faults: caseFaults.finding },
  'ask-blind-assessment': {
    reads: {
      parent: true,
      written: true,
      named: ({ assessorId }: AskBlindAssessmentPayload) => [{ kind: 'user', id: assessorId }],
    },
    faults: caseFaults.blindAsking,
  },
  'assess-blind': { faults: caseFaults.blindAssessment },
  'confirm-grade': {
    locks: { parent: 'share', unseen: true },
    reads: { underChild: ['childCase'] },
    choice: (payload: ConfirmGradePayload) => payload.grade,
    choices: grades,
    faults: caseFaults.confirmation,
    asks: askedByConfirmation,
  },
  'rate-outcomes': {
    choice: (payload: RateOutcomesPayload) => payload.occasion,
    choices: ratingOccasions,
    faults: caseFaults.outcomes,
  },
  'agree-plan': {
    locks: { children: ['planCopy'], parent: 'share', unseen: true },
    reads: { children: 'planAction', all: 'user', written: true, underChild: ['childCase'] },
    faults: caseFaults.plan,
    also: (context) => [...forwardedCopies(context), ...outdatedSteps(context)],
  },
  'share-plan': {
    locks: { children: ['planCopy'], parent: 'share', unseen: true },
    reads: { children: 'planAction', all: 'user', written: true, underChild: ['childCase'] },
    faults: caseFaults.sharing,
    also: sharedCopies,
  },
  'write-plain-plan': {
    locks: { children: ['planCopy'], parent: 'share', unseen: true },
    reads: { children: 'planAction', parent: true, written: true, underChild: ['childCase'] },
    faults: plainFaults,
    also: plainCopySteps,
  },
  'list-for-panel': { reads: { all: 'panel' }, faults: caseFaults.listing },
  'take-chairs-action': {
    choice: ({ did, grade }: TakeChairsActionPayload) =>
      grade && did === 'raise-grade' ? `${did}-${grade}` : did,
    choices: chairsActionChoices,
    reads: { named: chairsActionOwners, underChild: ['childCase'], all: 'panel' },
    faults: chairsActionFaults,
    also: chairsActionSteps,
  },
  'withdraw-listing': { locks: withItems, faults: waitsToBeMinuted, also: withdrawnListingSteps },
  'defer-listing': { locks: withItems, faults: caseFaults.deferral, also: deferredListingSteps },
  'propose-closure': {
    choice: (payload: ProposeClosurePayload) => payload.reason,
    choices: closureReasons,
    reads: { parent: true },
    faults: caseFaults.closureProposal,
  },
  'approve-closure': {
    locks: { ...allOfIt },
    reads: { all: 'user', underChild: ['childCase'] },
    faults: caseFaults.closureApproval,
    also: closingSteps,
  },
  'refuse-closure': {},
  'transfer-out': {
    locks: { parent: 'share', unseen: true },
    reads: { named: ({ receiverId }: TransferOutPayload) => account(receiverId) },
    faults: caseFaults.transferOut,
  },
  'accept-transfer': {
    locks: { ...withItems, parent: 'share', children: endsWithCase },
    faults: caseFaults.transferAcceptance,
    also: closingSteps,
  },
  'refuse-transfer': {
    choice: (payload: RefuseTransferPayload) => payload.answer,
    choices: transferAnswers,
    faults: caseFaults.transferEnding,
  },
  'escalate-transfer': {},
  'record-placement-area': { faults: caseFaults.placementArea },
  'record-area-exchange': {},
  'record-single-assessment': {
    choice: (payload: RecordSingleAssessmentPayload) => payload.step,
    choices: singleAssessmentSteps,
    faults: caseFaults.singleAssessment,
  },
  'record-adult-pathway': { locks: { parent: 'share', unseen: true }, faults: caseFaults.adultPathway },
  'mark-adult': { reads: { parent: true } },
  'continue-as-adult': { faults: caseFaults.continuing },
  'acknowledge-other-area': {},
  'record-next-check': { faults: nextCheckFaults },
  'await-next-check': { faults: nextCheckFaults },
  relist: { locks: holds, also: holderSteps, reads: { all: 'agency' }, faults: caseFaults.relist },
  restrict: {
    locks: { ...allOfIt },
    reads: { named: ({ readers }: RestrictPayload) => readers.map((id) => ({ kind: 'user', id })) },
    faults: caseFaults.restriction,
    also: accessSteps,
  },
  'lift-restriction': { locks: { ...allOfIt }, also: accessSteps },
  'declare-connection': {
    locks: { ...allOfIt },
    reads: { all: 'user' },
    faults: caseFaults.connection,
    also: accessSteps,
  },
  'set-contact-caution': { faults: caseFaults.caution },
  'release-contact-caution': { reads: { written: true }, faults: caseFaults.releasedCaution },
  'mark-for-chair': {},
  'withdraw-connection': { locks: { ...allOfIt }, faults: caseFaults.withdrawal, also: accessSteps },
  'extend-clock': { faults: extensionFaults },
  'correct-record': { reads: { written: true }, faults: caseFaults.correction },
  'withdraw-entry': {
    locks: { children: withEntries },
    reads: { written: true, writtenOnChildren: true },
    faults: caseFaults.withdrawnEntry,
    also: withdrawnSteps,
  },
  'record-breach-decision': {
    locks: { children: withEntries },
    reads: { written: true, writtenOnChildren: true },
    faults: caseFaults.breachDecision,
    also: restoredSteps,
  },
};

/** The topic of a child's case. */
export const childCases: Topic = {
  name: 'child-cases',
  kind: 'childCase',
  machine,
  commands,
  rules,
  recorders,
  policy,
  blank: blankChildCase,
  eventFaults: { 'record-panel-decision': caseFaults.panelDecision },
  eventAlso: {
    'record-panel-decision': closingSteps,
    'add-action': partnerBegun,
    'end-action': partnerEnded,
  },
  relations: relationsToCase,
  readers: readersOfCase,
  closedReaders: closedReadersOfCase,
  persons: ({ standing }: StoredRecord<ChildCaseStanding>) => [standing.childId],
  queue: queueOfCase,
  summary: (standing: ChildCaseStanding, state) => ({
    title: standing.name,
    reference: standing.reference,
    grade: rulingGrade(standing),
    ownerId: standing.workerId,
    teamId: standing.team,
    nextDue: null,
    nextStep: null,
    openedAt: standing.receivedAt,
    closedAt: regionsOf({ state }).work === 'closed' ? (standing.closed?.at ?? null) : null,
  }),
};

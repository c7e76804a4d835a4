import { setup } from 'xstate';
import { panelRegion } from '../agenda-items/panel-region.js';
import type { Context } from '../model.js';
import { actionsFrom, guardsFrom } from '../topic.js';
import { access, withdrawing } from './at-any-time.js';
import { recorders } from './recorders.js';
import { rules } from './rules.js';

/** What may be asked of any open case, from the first minute on. */
const whileOpen = {
  ...access,
  'raise-immediate-danger': { actions: 'recordDanger' },
  'acknowledge-danger': { guard: 'hasOpenDanger', actions: 'recordAcknowledgement' },
  'repeat-danger': { guard: 'hasOpenDanger', actions: 'recordRepeatedDanger' },
  'record-safety-action': { actions: 'recordSafetyAction' },
  'record-strategy-discussion': { actions: 'recordStrategyDiscussion' },
  'ask-discussion': { actions: 'recordAskedDiscussion' },
  'record-section-47-outcome': { guard: 'isUnderEnquiry', actions: 'recordSection47Outcome' },
  'record-conference': { guard: 'isUnderEnquiry', actions: 'recordConference' },
  'record-contact': { actions: 'recordContact' },
  'record-feedback': { actions: 'recordFeedback' },
  'record-view': { actions: 'recordView' },
  'record-screening': { actions: 'recordScreening' },
  'record-finding': { guard: 'hasToFindOut', actions: 'recordFinding' },
  'receive-referral': { actions: 'recordJoinedReferral' },
  'record-placement-area': { actions: 'recordPlacementArea' },
  'record-area-exchange': { guard: 'hasOtherArea', actions: 'recordAreaExchange' },
  'extend-clock': { guard: 'hasExtendableClock', actions: 'recordExtension' },
  'correct-record': { actions: 'recordCorrection' },
  ...withdrawing,
  'add-action': { actions: 'recordActionOpened' },
  'end-action': { actions: 'recordActionEnded' },
  'share-plan': { guard: 'hasAgreedPlan', actions: 'recordSharing' },
  'write-plain-plan': { guard: 'hasAgreedPlan', actions: 'recordPlainPlan' },
} as const;

/** The way to adulthood, from the birth date on: nothing closes itself on the 18th birthday. */
const towardsAdulthood = {
  'record-adult-pathway': { actions: 'recordAdultPathway' },
  'mark-adult': { guard: 'isEighteen', actions: 'recordAdult' },
  'continue-as-adult': { guard: 'isAdult', actions: 'recordContinuedAsAdult' },
} as const;

/** The check that a removal or a closing fixed. */
const checks = {
  'record-next-check': { guard: 'isCheckOwed', actions: 'recordNextCheck' },
  'await-next-check': { guard: 'isCheckUnawaited', actions: 'recordAwaitedCheck' },
} as const;

/** Work with other areas and with social care, which no state of the case stops, and what a removal left to check. */
const besideTheWork = {
  ...towardsAdulthood,
  'record-single-assessment': { guard: 'isInStep', actions: 'recordSingleAssessment' },
  ...checks,
} as const;

/** A case moves with the child to another area; the sender owns it until it is accepted there. */
const mayMove = {
  'transfer-out': { guard: 'isTransferable', target: 'transferring', actions: 'recordTransfer' },
} as const;

/** What may be asked of any open case once triage has taken it on. */
const afterTriage = {
  ...whileOpen,
  ...besideTheWork,
  ...mayMove,
  'allocate-worker': { guard: 'hasTeam', actions: 'recordAllocation' },
  'assess-risk': { actions: ['recordAssessment', 'recordPrompts'] },
  'ask-blind-assessment': { guard: 'hasAssessment', actions: 'recordBlindAsked' },
  'assess-blind': { guard: 'isBlindAsked', actions: 'recordBlindAssessment' },
  'confirm-grade': { guard: 'isConfirmable', actions: 'recordGrade' },
  'rate-outcomes': { guard: 'isRatingInOrder', actions: 'recordOutcomes' },
  'agree-plan': { guard: 'hasPlanToRenew', actions: 'recordPlan' },
  'propose-closure': { target: 'closing', actions: 'recordClosureProposal' },
} as const;

/** Work waits while the child is away; contact, actions and clocks run on. Not entered from itself. */
const suspending = { suspend: { target: 'suspended', actions: 'recordSuspension' } } as const;

/** A suspended case goes on where it was. */
const resuming = {
  'check-suspension': { actions: 'recordSuspensionCheck' },
  resume: [
    { guard: 'resumesAssessing', target: 'assessing', actions: 'recordResumption' },
    { guard: 'resumesPlanning', target: 'planning', actions: 'recordResumption' },
    { guard: 'resumesMonitoring', target: 'monitoring', actions: 'recordResumption' },
  ],
} as const;

const panelCloses = {
  guard: 'isPanelClosing',
  target: 'closed',
  actions: ['recordPanelDecision', 'recordPanelClosure'],
} as const;
const regradeActions = ['recordPanelDecision', 'recordPanelGrade'] as const;
const panelRegrades = { guard: 'isPanelRegrade', actions: regradeActions } as const;
const chairsGrade = ['recordChairsAction', 'recordChairsGrade'] as const;
const chairRises = { guard: 'isChairsRise', actions: chairsGrade } as const;
const chairActs = { guard: 'isOtherChairsAction', actions: 'recordChairsAction' } as const;
const panelDecides = { guard: 'isOtherDecision', actions: 'recordPanelDecision' } as const;

/** When a child's case may be asked what. Two regions: the work, which listing never stops, and the panel. */
export const machine = setup({
  types: { context: {} as Context, events: {} as { type: string } },
  guards: guardsFrom(rules),
  actions: actionsFrom(recorders),
}).createMachine({
  id: 'child-cases',
  context: {} as Context,
  type: 'parallel',
  states: {
    work: {
      initial: 'unrecorded',
      states: {
        unrecorded: {
          on: {
            'record-referral': {
              target: 'awaitingTriage',
              actions: ['recordReferral', 'scheduleTriage', 'recordFirstDanger', 'recordPrompts'],
            },
          },
        },
        awaitingTriage: {
          on: {
            'record-check': { actions: 'recordCheck' },
            ...whileOpen,
            'decide-triage': [
              { guard: 'isTakenOn', target: 'assessing', actions: ['recordTriage', 'scheduleFirstWork'] },
              { guard: 'isEndedAtTriage', target: 'closed', actions: ['recordTriage', 'recordEndAtTriage'] },
              { guard: 'isJoined', target: 'closed', actions: ['recordTriage', 'recordMergedReferral'] },
              { guard: 'isRelisted', target: 'closed', actions: ['recordTriage', 'recordMergedReferral'] },
            ],
          },
        },
        assessing: {
          on: {
            ...afterTriage,
            ...suspending,
            'confirm-grade': [
              { guard: 'isConfirmedNeedingPlan', target: 'planning', actions: 'recordGrade' },
              { guard: 'isConfirmedWithoutPlan', target: 'monitoring', actions: 'recordGrade' },
            ],
            'take-chairs-action': [
              { guard: 'isChairsRiseNeedingPlan', target: 'planning', actions: chairsGrade },
              { guard: 'isChairsRiseWithoutPlan', target: 'monitoring', actions: chairsGrade },
              chairActs,
            ],
            'record-panel-decision': [
              panelCloses,
              { guard: 'isPanelRegradeNeedingPlan', target: 'planning', actions: regradeActions },
              { guard: 'isPanelRegradeWithoutPlan', target: 'monitoring', actions: regradeActions },
              panelDecides,
            ],
          },
        },
        planning: {
          on: {
            ...afterTriage,
            ...suspending,
            'confirm-grade': [
              { guard: 'isConfirmedNeedingPlan', actions: 'recordGrade' },
              { guard: 'isConfirmedWithoutPlan', target: 'monitoring', actions: 'recordGrade' },
            ],
            'agree-plan': { guard: 'hasActions', target: 'monitoring', actions: 'recordPlan' },
            'take-chairs-action': [
              { guard: 'isChairsRiseWithoutPlan', target: 'monitoring', actions: chairsGrade },
              chairRises,
              chairActs,
            ],
            'record-panel-decision': [
              panelCloses,
              { guard: 'isPanelRegradeWithoutPlan', target: 'monitoring', actions: regradeActions },
              panelRegrades,
              panelDecides,
            ],
          },
        },
        monitoring: {
          on: {
            ...afterTriage,
            ...suspending,
            'confirm-grade': [
              { guard: 'isConfirmedLackingPlan', target: 'planning', actions: 'recordGrade' },
              { guard: 'isConfirmable', actions: 'recordGrade' },
            ],
            'take-chairs-action': [
              { guard: 'isChairsRiseLackingPlan', target: 'planning', actions: chairsGrade },
              chairRises,
              chairActs,
            ],
            'record-panel-decision': [
              panelCloses,
              { guard: 'isPanelRegradeLackingPlan', target: 'planning', actions: regradeActions },
              panelRegrades,
              panelDecides,
            ],
          },
        },
        closing: {
          on: {
            ...whileOpen,
            suspend: { ...suspending.suspend, actions: ['recordSuspension', 'recordClosureDropped'] },
            ...besideTheWork,
            'transfer-out': {
              ...mayMove['transfer-out'],
              actions: ['recordClosureDropped', 'recordTransfer'],
            },
            'allocate-worker': afterTriage['allocate-worker'],
            'assess-risk': afterTriage['assess-risk'],
            'ask-blind-assessment': afterTriage['ask-blind-assessment'],
            'assess-blind': afterTriage['assess-blind'],
            'confirm-grade': afterTriage['confirm-grade'],
            'agree-plan': afterTriage['agree-plan'],
            'rate-outcomes': afterTriage['rate-outcomes'],
            'approve-closure': { guard: 'isApprovedClosure', target: 'closed', actions: 'recordClosure' },
            'refuse-closure': [
              { guard: 'returnsToAssessing', target: 'assessing', actions: 'recordRefusedClosure' },
              { guard: 'returnsToPlanning', target: 'planning', actions: 'recordRefusedClosure' },
              { guard: 'returnsToMonitoring', target: 'monitoring', actions: 'recordRefusedClosure' },
            ],
            'take-chairs-action': [chairRises, chairActs],
            'record-panel-decision': [panelCloses, panelRegrades, panelDecides],
          },
        },
        suspended: {
          on: {
            ...afterTriage,
            ...resuming,
            'take-chairs-action': [chairRises, chairActs],
            'record-panel-decision': [panelCloses, panelRegrades, panelDecides],
          },
        },
        transferring: {
          on: {
            ...whileOpen,
            suspend: { ...suspending.suspend, actions: ['recordTransferDropped', 'recordSuspension'] },
            ...besideTheWork,
            'allocate-worker': afterTriage['allocate-worker'],
            'assess-risk': afterTriage['assess-risk'],
            'ask-blind-assessment': afterTriage['ask-blind-assessment'],
            'assess-blind': afterTriage['assess-blind'],
            'confirm-grade': afterTriage['confirm-grade'],
            'agree-plan': afterTriage['agree-plan'],
            'rate-outcomes': afterTriage['rate-outcomes'],
            'propose-closure': {
              ...afterTriage['propose-closure'],
              actions: ['recordTransferDropped', 'recordClosureProposal'],
            },
            'escalate-transfer': { guard: 'isUnanswered', actions: 'recordTransferEscalated' },
            'accept-transfer': {
              guard: 'isTransferAccepted',
              target: 'closed',
              actions: 'recordTransferAccepted',
            },
            'refuse-transfer': [
              { guard: 'isTransferEndedInAssessing', target: 'assessing', actions: 'recordTransferEnded' },
              { guard: 'isTransferEndedInPlanning', target: 'planning', actions: 'recordTransferEnded' },
              { guard: 'isTransferEndedInMonitoring', target: 'monitoring', actions: 'recordTransferEnded' },
            ],
            'take-chairs-action': [chairRises, chairActs],
            'record-panel-decision': [
              { ...panelCloses, actions: ['recordTransferDropped', ...panelCloses.actions] },
              panelRegrades,
              panelDecides,
            ],
          },
        },
        closed: {
          on: {
            ...access,
            'acknowledge-other-area': { guard: 'isOtherAreaAsked', actions: 'recordOtherAreaAcknowledged' },
            'record-feedback': { guard: 'isFeedbackOwed', actions: 'recordFeedback' },
            ...checks,
            relist: { guard: 'isRelistable', target: 'assessing', actions: 'recordRelisting' },
            'correct-record': { actions: 'recordCorrection' },
            ...withdrawing,
            'end-action': { actions: 'recordActionEnded' },
          },
        },
      },
    },
    panel: panelRegion({
      begins: { 'take-chairs-action': { guard: 'isChairsAction', target: 'listed' } },
      ends: {
        'approve-closure': { guard: 'isApprovedClosure', target: 'notListed' },
        'accept-transfer': { guard: 'isTransferAccepted', target: 'notListed' },
      },
      takenOff: 'isTakenOffList',
      listedAgain: 'isListedAgain',
    }),
  },
});

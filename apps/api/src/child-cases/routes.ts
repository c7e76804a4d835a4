import type { FastifyInstance } from 'fastify';
import { registerCommands } from '../command.js';
import { acceptTransfer } from './accept-transfer.js';
import { acknowledgeDanger } from './acknowledge-danger.js';
import { acknowledgeOtherArea } from './acknowledge-other-area.js';
import { agreePlan } from './agree-plan.js';
import { allocateWorker } from './allocate-worker.js';
import { approveClosure } from './approve-closure.js';
import { askBlindAssessment } from './ask-blind-assessment.js';
import { assessBlind } from './assess-blind.js';
import { assessRisk } from './assess-risk.js';
import { viewAssessmentForm } from './assessment-form.js';
import { viewCarriers } from './carriers.js';
import { checkSuspension } from './check-suspension.js';
import { viewChronology } from './chronology.js';
import { confirmGrade } from './confirm-grade.js';
import { continueAsAdult } from './continue-as-adult.js';
import { correctRecord } from './correct-record.js';
import { decideTriage } from './decide-triage.js';
import { declareConnection } from './declare-connection.js';
import { deferListing } from './defer-listing.js';
import { viewExplanations } from './explanations.js';
import { extendClock } from './extend-clock.js';
import { viewHolders } from './holders.js';
import { liftRestriction } from './lift-restriction.js';
import { listCases } from './list.js';
import { listForPanel } from './list-for-panel.js';
import { viewOutcomes } from './outcomes.js';
import { viewPlan } from './plan.js';
import { viewPossibleMatches } from './possible-matches.js';
import { proposeClosure } from './propose-closure.js';
import { raiseImmediateDanger } from './raise-immediate-danger.js';
import { rateOutcomes } from './rate-outcomes.js';
import { recordAdultPathway } from './record-adult-pathway.js';
import { recordAreaExchange } from './record-area-exchange.js';
import { recordBreachDecision } from './record-breach-decision.js';
import { recordCheck } from './record-check.js';
import { recordConference } from './record-conference.js';
import { recordContact } from './record-contact.js';
import { recordFeedback } from './record-feedback.js';
import { recordFinding } from './record-finding.js';
import { recordNextCheck } from './record-next-check.js';
import { recordPlacementArea } from './record-placement-area.js';
import { recordReferral } from './record-referral.js';
import { recordSafetyAction } from './record-safety-action.js';
import { recordScreening } from './record-screening.js';
import { recordSection47Outcome } from './record-section-47-outcome.js';
import { recordSingleAssessment } from './record-single-assessment.js';
import { recordStrategyDiscussion } from './record-strategy-discussion.js';
import { recordView } from './record-view.js';
import { refuseClosure } from './refuse-closure.js';
import { refuseTransfer } from './refuse-transfer.js';
import { releaseContactCaution } from './release-contact-caution.js';
import { relist } from './relist.js';
import { restrict } from './restrict.js';
import { resume } from './resume.js';
import { setContactCaution } from './set-contact-caution.js';
import { sharePlan } from './share-plan.js';
import { viewSuggestion } from './suggestion.js';
import { suspend } from './suspend.js';
import { takeChairsAction } from './take-chairs-action.js';
import { transferOut } from './transfer-out.js';
import { viewTriageSession } from './triage-session.js';
import { viewCase } from './view.js';
import { withdrawConnection } from './withdraw-connection.js';
import { withdrawEntry } from './withdraw-entry.js';
import { withdrawListing } from './withdraw-listing.js';
import { writePlainPlan } from './write-plain-plan.js';

/** Everything of a child’s case that can be asked over HTTP. */
export function childCaseRoutes(app: FastifyInstance): void {
  registerCommands(app, [
    recordReferral,
    raiseImmediateDanger,
    acknowledgeDanger,
    recordSafetyAction,
    recordCheck,
    decideTriage,
    recordStrategyDiscussion,
    recordSection47Outcome,
    recordConference,
    allocateWorker,
    recordContact,
    recordFeedback,
    suspend,
    checkSuspension,
    extendClock,
    resume,
    recordView,
    recordScreening,
    recordFinding,
    assessRisk,
    askBlindAssessment,
    assessBlind,
    confirmGrade,
    rateOutcomes,
    agreePlan,
    sharePlan,
    writePlainPlan,
    listForPanel,
    takeChairsAction,
    withdrawListing,
    deferListing,
    proposeClosure,
    approveClosure,
    refuseClosure,
    relist,
    transferOut,
    acceptTransfer,
    refuseTransfer,
    recordPlacementArea,
    recordAreaExchange,
    recordSingleAssessment,
    recordAdultPathway,
    continueAsAdult,
    acknowledgeOtherArea,
    recordNextCheck,
    correctRecord,
    withdrawEntry,
    recordBreachDecision,
    restrict,
    liftRestriction,
    declareConnection,
    withdrawConnection,
    setContactCaution,
    releaseContactCaution,
  ]);
  viewCase(app);
  listCases(app);
  viewAssessmentForm(app);
  viewExplanations(app);
  viewChronology(app);
  viewSuggestion(app);
  viewOutcomes(app);
  viewPlan(app);
  viewPossibleMatches(app);
  viewCarriers(app, 'child-cases');
  viewHolders(app);
  viewTriageSession(app);
}

import type { Page } from './page.js';
import { page as acceptTransfer } from './pages/child-cases/accept-transfer/page.js';
import { page as acknowledgeDanger } from './pages/child-cases/acknowledge-danger/page.js';
import { page as acknowledgeOtherArea } from './pages/child-cases/acknowledge-other-area/page.js';
import { page as agreePlan } from './pages/child-cases/agree-plan/page.js';
import { page as allocateWorker } from './pages/child-cases/allocate-worker/page.js';
import { page as approveClosure } from './pages/child-cases/approve-closure/page.js';
import { page as askBlindAssessment } from './pages/child-cases/ask-blind-assessment/page.js';
import { page as assessBlind } from './pages/child-cases/assess-blind/page.js';
import { page as assessRisk } from './pages/child-cases/assess-risk/page.js';
import { page as checkSuspension } from './pages/child-cases/check-suspension/page.js';
import { page as caseChronology } from './pages/child-cases/chronology/page.js';
import { page as confirmGrade } from './pages/child-cases/confirm-grade/page.js';
import { page as continueAsAdult } from './pages/child-cases/continue-as-adult/page.js';
import { page as correctRecord } from './pages/child-cases/correct-record/page.js';
import { page as decideTriage } from './pages/child-cases/decide-triage/page.js';
import { page as declareConnection } from './pages/child-cases/declare-connection/page.js';
import { page as deferListing } from './pages/child-cases/defer-listing/page.js';
import { page as explanation } from './pages/child-cases/explanation/page.js';
import { page as extendClock } from './pages/child-cases/extend-clock/page.js';
import { page as caseHolders } from './pages/child-cases/holders/page.js';
import { page as caseJourney } from './pages/child-cases/journey/page.js';
import { page as journeyCopies } from './pages/child-cases/journey-copies/page.js';
import { page as journeyCopy } from './pages/child-cases/journey-copy/page.js';
import { page as liftRestriction } from './pages/child-cases/lift-restriction/page.js';
import { page as listCases } from './pages/child-cases/list/page.js';
import { page as listForPanel } from './pages/child-cases/list-for-panel/page.js';
import { page as viewOutcomes } from './pages/child-cases/outcomes/page.js';
import { page as viewPlan } from './pages/child-cases/plan/page.js';
import { page as proposeClosure } from './pages/child-cases/propose-closure/page.js';
import { page as raiseImmediateDanger } from './pages/child-cases/raise-immediate-danger/page.js';
import { page as rateOutcomes } from './pages/child-cases/rate-outcomes/page.js';
import { page as recordAdultPathway } from './pages/child-cases/record-adult-pathway/page.js';
import { page as recordAreaExchange } from './pages/child-cases/record-area-exchange/page.js';
import { page as recordBreachDecision } from './pages/child-cases/record-breach-decision/page.js';
import { page as recordCheck } from './pages/child-cases/record-check/page.js';
import { page as recordConference } from './pages/child-cases/record-conference/page.js';
import { page as recordContact } from './pages/child-cases/record-contact/page.js';
import { page as recordFeedback } from './pages/child-cases/record-feedback/page.js';
import { page as recordFinding } from './pages/child-cases/record-finding/page.js';
import { page as recordHosted } from './pages/child-cases/record-hosted/page.js';
import { page as recordNextCheck } from './pages/child-cases/record-next-check/page.js';
import { page as recordPlacementArea } from './pages/child-cases/record-placement-area/page.js';
import { page as recordReferral } from './pages/child-cases/record-referral/page.js';
import { page as recordSafetyAction } from './pages/child-cases/record-safety-action/page.js';
import { page as recordScreening } from './pages/child-cases/record-screening/page.js';
import { page as recordSection47Outcome } from './pages/child-cases/record-section-47-outcome/page.js';
import { page as recordSingleAssessment } from './pages/child-cases/record-single-assessment/page.js';
import { page as recordStrategyDiscussion } from './pages/child-cases/record-strategy-discussion/page.js';
import { page as recordView } from './pages/child-cases/record-view/page.js';
import { page as refuseClosure } from './pages/child-cases/refuse-closure/page.js';
import { page as refuseTransfer } from './pages/child-cases/refuse-transfer/page.js';
import { page as relist } from './pages/child-cases/relist/page.js';
import { page as restrictCase } from './pages/child-cases/restrict/page.js';
import { page as resumeCase } from './pages/child-cases/resume/page.js';
import { page as sharePlan } from './pages/child-cases/share-plan/page.js';
import { page as suspendCase } from './pages/child-cases/suspend/page.js';
import { page as takeChairsAction } from './pages/child-cases/take-chairs-action/page.js';
import { page as transferOut } from './pages/child-cases/transfer-out/page.js';
import { page as triageSession } from './pages/child-cases/triage-session/page.js';
import { page as viewCase } from './pages/child-cases/view/page.js';
import { page as withdrawConnection } from './pages/child-cases/withdraw-connection/page.js';
import { page as withdrawEntry } from './pages/child-cases/withdraw-entry/page.js';
import { page as withdrawListing } from './pages/child-cases/withdraw-listing/page.js';
import { page as writePlainPlan } from './pages/child-cases/write-plain-plan/page.js';

/** Every page of a child’s case. */
export const childCasePages: Page[] = [
  listCases,
  recordReferral,
  recordHosted,
  viewCase,
  acknowledgeDanger,
  recordSection47Outcome,
  triageSession,
  recordCheck,
  recordConference,
  recordContact,
  recordFeedback,
  suspendCase,
  takeChairsAction,
  checkSuspension,
  extendClock,
  resumeCase,
  caseChronology,
  caseJourney,
  caseHolders,
  journeyCopies,
  journeyCopy,
  explanation,
  allocateWorker,
  assessRisk,
  askBlindAssessment,
  assessBlind,
  confirmGrade,
  correctRecord,
  withdrawEntry,
  recordBreachDecision,
  decideTriage,
  raiseImmediateDanger,
  recordSafetyAction,
  recordStrategyDiscussion,
  recordFinding,
  recordNextCheck,
  recordScreening,
  recordView,
  rateOutcomes,
  viewOutcomes,
  viewPlan,
  agreePlan,
  sharePlan,
  writePlainPlan,
  listForPanel,
  withdrawListing,
  deferListing,
  proposeClosure,
  approveClosure,
  refuseClosure,
  relist,
  restrictCase,
  liftRestriction,
  declareConnection,
  withdrawConnection,
  acceptTransfer,
  acknowledgeOtherArea,
  continueAsAdult,
  recordAdultPathway,
  recordAreaExchange,
  recordPlacementArea,
  recordSingleAssessment,
  refuseTransfer,
  transferOut,
];

export type { AwaitNextCheckPayload, RecordNextCheckPayload } from '../next-check.js';
export * from './adulthood.js';
export type { AcknowledgeOtherAreaPayload } from './after-closing.js';
export * from './casework-payloads.js';
export * from './cautions.js';
export * from './chairs-action.js';
export * from './chronology-groups.js';
export { type ClosureOutlook, closureOutlook } from './closure-outlook.js';
export { kindsOnCase } from './holder-steps.js';
export { type JudgementList, judgementLists, type MarkForChairPayload } from './judgements.js';
export * from './outcomes.js';
export { ownersOfFullPlan } from './owners.js';
export * from './payloads.js';
export * from './placement-area.js';
export { planGaps } from './record-plan.js';
export {
  type RecordSingleAssessmentPayload,
  type SingleAssessmentStep,
  singleAssessmentSteps,
} from './record-single-assessment.js';
export {
  breachFindings,
  type RecordBreachDecisionPayload,
  type WithdrawEntryPayload,
  type WithWithdrawn,
} from './record-withdrawal.js';
export { asksNoHarmReason } from './risk-faults.js';
export { regionsOf } from './rules.js';
export {
  type ChildCaseStanding,
  hasCurrentHarm,
  isRaised,
  proposedGrade,
  rulingGrade,
} from './standing.js';
export { stillToFindOut, type ToFindOut } from './still-to-find-out.js';
export { wasOpenOn } from './times-worked.js';
export * from './transfer.js';
export * from './triage-payloads.js';
export type { WithdrawnEntry } from './withdrawn-entry.js';

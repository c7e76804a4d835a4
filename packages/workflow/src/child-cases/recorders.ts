import { recordExtension } from '../clocks/extending.js';
import { recordNextCheck } from '../next-check.js';
import { recordPrompts } from '../notices/prompts.js';
import { plainRecorders } from '../plan-copies/plain.js';
import { minutesPartRecorders } from '../sittings/minutes-part.js';
import { adultRecorders } from './adult.js';
import { afterClosingRecorders } from './after-closing.js';
import { blindRecorders } from './blind.js';
import { cautionRecorders } from './cautions.js';
import { chairsActionRecorders } from './chairs-action.js';
import { hostingRecorders } from './hosting.js';
import { judgementRecorders } from './judgements.js';
import { outcomeRecorders } from './outcomes.js';
import { accessRecorders } from './record-access.js';
import { closureRecorders } from './record-closure.js';
import { contactRecorders } from './record-contact.js';
import { correctionRecorders } from './record-correction.js';
import { dangerRecorders } from './record-danger.js';
import { enquiryRecorders } from './record-enquiry.js';
import { feedbackRecorders } from './record-feedback.js';
import { findingRecorders } from './record-finding.js';
import { panelRecorders } from './record-panel.js';
import { planRecorders } from './record-plan.js';
import { referralRecorders } from './record-referral.js';
import { riskRecorders } from './record-risk.js';
import { screeningRecorders } from './record-screening.js';
import { singleAssessmentRecorders } from './record-single-assessment.js';
import { suspensionRecorders } from './record-suspension.js';
import { transferRecorders } from './record-transfer.js';
import { triageRecorders } from './record-triage.js';
import { withdrawalRecorders } from './record-withdrawal.js';
import { workRecorders } from './record-work.js';

/** What each accepted step of a child's case keeps, by the names that its chart uses. */
export const recorders = {
  ...referralRecorders,
  ...dangerRecorders,
  ...triageRecorders,
  ...riskRecorders,
  ...screeningRecorders,
  ...findingRecorders,
  ...blindRecorders,
  ...planRecorders,
  ...outcomeRecorders,
  ...workRecorders,
  ...contactRecorders,
  ...enquiryRecorders,
  ...feedbackRecorders,
  ...suspensionRecorders,
  ...panelRecorders,
  ...minutesPartRecorders,
  ...chairsActionRecorders,
  ...closureRecorders,
  ...correctionRecorders,
  ...withdrawalRecorders,
  ...accessRecorders,
  ...judgementRecorders,
  ...cautionRecorders,
  ...plainRecorders,
  recordPrompts,
  ...adultRecorders,
  ...afterClosingRecorders,
  ...hostingRecorders,
  ...singleAssessmentRecorders,
  ...transferRecorders,
  recordExtension,
  recordNextCheck,
};

import type { Context, Fault } from '../model.js';
import { adultFaults } from './adult.js';
import { blindFaults } from './blind.js';
import { closureApprovalFaults, closureProposalFaults } from './closure-faults.js';
import { placementAreaFaults } from './hosting.js';
import {
  acknowledgementFaults,
  allocationFaults,
  asked,
  referralFaults,
  relistFaults,
  strategyFaults,
  triageFaults,
} from './intake-faults.js';
import { outcomeFaults } from './outcomes.js';
import { deferralFaults, listingFaults, panelDecisionFaults } from './panel-faults.js';
import type { RecordViewPayload, SharePlanPayload } from './payloads.js';
import { accessFaults } from './record-access.js';
import { contactFaults } from './record-contact.js';
import { correctionFaults } from './record-correction.js';
import { conferenceFaults } from './record-enquiry.js';
import { feedbackFaults } from './record-feedback.js';
import { planFaults } from './record-plan.js';
import { screeningFaults } from './record-screening.js';
import { singleAssessmentFaults } from './record-single-assessment.js';
import { suspensionFaults } from './record-suspension.js';
import { assessmentFaults, confirmationFaults } from './risk-faults.js';
import type { ChildCaseStanding } from './standing.js';
import { transferFaults } from './transfer-rules.js';

type Ctx<P extends object> = Context<ChildCaseStanding, P>;

function view({ payload, actor }: Ctx<RecordViewPayload>): Fault[] {
  const faults: Fault[] = [];
  if (!payload.words && !payload.whyNot)
    faults.push({
      pointer: '/words',
      code: 'asked',
      detail: 'Write the words, or why no view could be had.',
    });
  if (payload.of !== 'police' && actor.roles.every((role) => role === 'police-desk'))
    faults.push({
      pointer: '/of',
      code: 'ownView',
      detail: 'The police desk records the view of the police.',
    });
  return faults;
}

function sharing({ payload }: Ctx<SharePlanPayload>): Fault[] {
  return (['child', 'parent'] as const).flatMap((who) =>
    payload[who].given
      ? asked(payload[who].how, `${who}/how`, 'Say how it was given.')
      : asked(payload[who].whyNot, `${who}/whyNot`, 'Say why it was not given.'),
  );
}

/** The payload rules of each command of a child's case: all faults at once. */
export const caseFaults = {
  referral: referralFaults,
  acknowledgement: acknowledgementFaults,
  triage: triageFaults,
  relist: relistFaults,
  strategyDiscussion: strategyFaults,
  allocation: allocationFaults,
  conference: conferenceFaults,
  contact: contactFaults,
  feedback: feedbackFaults,
  ...suspensionFaults,
  view,
  screening: screeningFaults,
  assessment: assessmentFaults,
  confirmation: confirmationFaults,
  plan: planFaults,
  outcomes: outcomeFaults,
  sharing,
  listing: listingFaults,
  deferral: deferralFaults,
  closureProposal: closureProposalFaults,
  closureApproval: closureApprovalFaults,
  correction: correctionFaults,
  ...accessFaults,
  ...adultFaults,
  ...transferFaults,
  placementArea: placementAreaFaults,
  singleAssessment: singleAssessmentFaults,
  ...blindFaults,
  panelDecision: panelDecisionFaults,
};

import { parentFaults } from '../children/carers.js';
import type { Context, Fault } from '../model.js';
import { findPerson } from '../person-named.js';
import type { PlanActionStanding } from '../plan-actions/standing.js';
import type { UserStanding } from '../users/standing.js';
import { adultFaults } from './adult.js';
import { agreedActions } from './agreed-actions.js';
import { blindFaults } from './blind.js';
import { cautionPayloadFaults, childCautionFaults, namedCautionFaults } from './cautions.js';
import { closureApprovalFaults, closureProposalFaults } from './closure-faults.js';
import { placementAreaFaults } from './hosting.js';
import {
  acknowledgementFaults,
  allocationFaults,
  asked,
  checkFaults,
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
import { feedbackFaults, parentsOf } from './record-feedback.js';
import { findingFaults } from './record-finding.js';
import { planFaults } from './record-plan.js';
import { screeningFaults } from './record-screening.js';
import { singleAssessmentFaults } from './record-single-assessment.js';
import { suspensionFaults } from './record-suspension.js';
import { assessmentFaults, confirmationFaults } from './risk-faults.js';
import type { ChildCaseStanding } from './standing.js';
import { transferFaults } from './transfer-rules.js';
import { withdrawalFaults } from './withdrawal-faults.js';

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

/** Whom else the disruption part goes to, the police name: by an officer, people with an account. */
function namedByPolice({ payload, facts }: Ctx<SharePlanPayload>): Fault[] {
  const { disruptionAlso } = payload;
  if (!disruptionAlso) return [];
  const account = (id: string) =>
    facts.related.find((one) => one.kind === 'user' && one.id === id)?.standing as UserStanding | undefined;
  const hasPart = facts.related.some(
    ({ kind, state, standing }) =>
      kind === 'planAction' && state !== 'ended' && (standing as PlanActionStanding).part === 'disruption',
  );
  const unknown = disruptionAlso.userIds.filter((id) => !findPerson(facts, id));
  return [
    ...(account(disruptionAlso.namedBy)?.agencyKind === 'police'
      ? []
      : [
          {
            pointer: '/disruptionAlso/namedBy',
            code: 'noPolice',
            detail: 'Name the police officer who says who else has the disruption part.',
          },
        ]),
    ...(hasPart
      ? []
      : [
          {
            pointer: '/disruptionAlso/userIds',
            code: 'noDisruption',
            detail: 'The plan has no open action of the disruption part.',
          },
        ]),
    ...(unknown.length > 0
      ? [{ pointer: '/disruptionAlso/userIds', code: 'noPerson', detail: 'Name people with an account.' }]
      : []),
  ];
}

/** Nothing of the plan goes to a partner whom a contact caution names: his or her actions go to another owner first. */
function cautionedPartners(context: Ctx<SharePlanPayload>): Fault[] {
  const { payload, facts } = context;
  const owners = (['safety', 'disruption'] as const)
    .flatMap((part) => agreedActions(context, part))
    .map(({ standing }) => standing.ownerName);
  const also = (payload.disruptionAlso?.userIds ?? []).map((id) => findPerson(facts, id)?.name ?? '');
  return [
    ...[...new Set(owners)].flatMap((name) => namedCautionFaults(context, name, '/purpose')),
    ...also.flatMap((name) => namedCautionFaults(context, name, '/disruptionAlso/userIds')),
  ];
}

/** Nothing goes to a parent whom nobody contacts, or whom a caution names; where one of several is such, it is said who has it. */
const toParent = (context: Ctx<SharePlanPayload>): Fault[] =>
  parentFaults(parentsOf(context), '/parent/given', context.payload.parent.carerId).map((fault) =>
    fault.code === 'whichParent' ? { ...fault, pointer: '/parent/carerId' } : fault,
  );

function sharing(context: Ctx<SharePlanPayload>): Fault[] {
  const { payload } = context;
  const given = (['child', 'parent'] as const).flatMap((who) =>
    payload[who].given
      ? [
          ...childCautionFaults(context, who, `/${who}/given`),
          ...(who === 'parent' ? toParent(context) : []),
          ...asked(payload[who].how, `${who}/how`, 'Say how it was given.'),
        ]
      : asked(payload[who].whyNot, `${who}/whyNot`, 'Say why it was not given.'),
  );
  return [...given, ...namedByPolice(context), ...cautionedPartners(context)];
}

/** The payload rules of each command of a child's case: all faults at once. */
export const caseFaults = {
  referral: referralFaults,
  acknowledgement: acknowledgementFaults,
  triage: triageFaults,
  check: checkFaults,
  relist: relistFaults,
  strategyDiscussion: strategyFaults,
  allocation: allocationFaults,
  conference: conferenceFaults,
  contact: contactFaults,
  feedback: feedbackFaults,
  ...suspensionFaults,
  view,
  screening: screeningFaults,
  finding: findingFaults,
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
  ...withdrawalFaults,
  ...accessFaults,
  ...adultFaults,
  ...transferFaults,
  placementArea: placementAreaFaults,
  singleAssessment: singleAssessmentFaults,
  ...cautionPayloadFaults,
  ...blindFaults,
  panelDecision: panelDecisionFaults,
};

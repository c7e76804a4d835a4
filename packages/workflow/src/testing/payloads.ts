import type {
  RecordContactPayload,
  RecordFeedbackPayload,
  SuspendPayload,
} from '../child-cases/casework-payloads.js';
import type { RateOutcomesPayload, RatingOccasion } from '../child-cases/outcomes.js';
import type {
  AllocateWorkerPayload,
  ListForPanelPayload,
  ProposeClosurePayload,
  RecordReferralPayload,
  RecordStrategyDiscussionPayload,
  SharePlanPayload,
} from '../child-cases/payloads.js';
import type { DecideTriagePayload, TriageOutcome } from '../child-cases/triage-payloads.js';
import type { AddActionPayload } from '../plan-actions/standing.js';
import type { WritePlainPlanPayload } from '../plan-copies/plain-payloads.js';
import { englandProfile } from '../profile/profile.js';
import type { ScheduleSittingPayload } from '../sittings/standing.js';

/** A referral of a made-up girl of fifteen, not in immediate danger. */
export function aReferral(over: Partial<RecordReferralPayload> = {}): RecordReferralPayload {
  return {
    child: { firstName: 'Robin', lastName: 'Example', birthDate: '2011-02-03', sex: 'female' },
    seenOrSaid: 'A made-up neighbour saw adults collect the child at night',
    immediateDanger: false,
    ...over,
  };
}

/** A triage decision with all that its outcome asks for; the case is taken on unless told otherwise. */
export function aTriage(
  outcome: TriageOutcome = 'risk-assessment',
  over: Partial<DecideTriagePayload> = {},
): DecideTriagePayload {
  const takenOn = outcome === 'risk-assessment' || outcome === 'section-47-and-risk-assessment';
  return {
    outcome,
    reasons: 'Made-up reasons',
    policeView: 'given',
    policeViewText: 'Nothing known to police (made up)',
    ...(takenOn ? { teamId: 'team-north' } : { referrerTold: 'By telephone' }),
    ...(outcome === 'other-area' ? { otherArea: 'Made-up Borough, duty desk told' } : {}),
    ...over,
  };
}

/** A strategy discussion of police and social care that finds no section 47 enquiry, unless told otherwise. */
export function aDiscussion(
  over: Partial<RecordStrategyDiscussionPayload> = {},
): RecordStrategyDiscussionPayload {
  return {
    outcome: 'no-section-47',
    how: 'telephone',
    agencies: ['police', 'social-care'],
    summary: 'Made-up summary',
    noCrimeReason: 'No crime is known yet',
    ...over,
  };
}

/** A visit on which the child was seen alone, unless told otherwise. */
export function aContact(over: Partial<RecordContactPayload> = {}): RecordContactPayload {
  return { kind: 'visit', alone: 'yes', said: 'Made-up words of a made-up visit', ...over };
}

/** The child was told of the grade, and the parent too, unless told otherwise. */
export function aFeedback(over: Partial<RecordFeedbackPayload> = {}): RecordFeedbackPayload {
  return {
    about: ['grade'],
    what: 'Made-up words of what it means',
    child: { told: true, how: 'On a walk' },
    parent: { told: true, how: 'By telephone' },
    ...over,
  };
}

/** In custody, released in a month; the one named looks again in two weeks of the usual test time. */
export function aSuspension(ownerId: string, over: Partial<SuspendPayload> = {}): SuspendPayload {
  return {
    reason: 'custody',
    words: 'Made-up words of a made-up remand',
    checkBy: '2026-11-17',
    ownerId,
    expected: '2026-12-07',
    ...over,
  };
}

/** A change of worker with its reason, handover and introduction. */
export function anAllocation(
  workerId: string,
  over: Partial<AllocateWorkerPayload> = {},
): AllocateWorkerPayload {
  return { workerId, reason: 'Leave', handover: 'Made-up note', introduction: 'Met together', ...over };
}

/** A complete safety action, due in a month of the usual test time. */
export function anAction(
  caseId: string,
  ownerId: string,
  over: Partial<AddActionPayload> = {},
): AddActionPayload {
  return {
    caseId,
    part: 'safety',
    kind: 'assertive-outreach',
    what: 'Meet the child twice a week',
    ownerId,
    outcome: 'The child has somebody to call',
    due: '2029-12-03',
    measure: 'Calls made and answered',
    contingency: 'The deputy meets the child',
    ...over,
  };
}

/** Every heading of the area's outcomes rated at one step of the scale. */
export function aRating(occasion: RatingOccasion = 'first', rating = 2): RateOutcomesPayload {
  const ratings = englandProfile.outcomes.headings.map(({ id }) => ({ heading: id, rating }));
  return { occasion, ratings, childPart: 'The child chose each step (made up)' };
}

/** A plan shared with child and parent. */
export function aSharing(over: Partial<SharePlanPayload> = {}): SharePlanPayload {
  return {
    power: 'Children Act 2004 s.11',
    purpose: 'To keep the child safe',
    child: { given: true, how: 'Read together' },
    parent: { given: false, whyNot: 'The child asked to wait' },
    ...over,
  };
}

/** A plan in plain words for the child, of all its safety actions. */
export function aPlainPlan(
  actionIds: readonly string[],
  over: Partial<WritePlainPlanPayload> = {},
): WritePlainPlanPayload {
  return {
    to: 'child',
    lines: actionIds.map((actionId) => ({
      actionId,
      what: 'We will meet you at school twice a week (made up)',
      know: 'You tell us that you feel safer',
    })),
    call: 'Wanda on 01632 960 001',
    ...over,
  };
}

/** A listing that passes the gate by reasons of a manager. */
export function aListing(over: Partial<ListForPanelPayload> = {}): ListForPanelPayload {
  return {
    basis: 'professional-concern',
    asked: 'Does the plan suffice?',
    noStrategyReason: 'The threshold is not met',
    noPlanReason: 'It is being written',
    ...over,
  };
}

/** A proposal to close that says all that its reason asks for. */
export function aClosure(over: Partial<ProposeClosurePayload> = {}): ProposeClosurePayload {
  return {
    reason: 'reduced-and-sustained',
    analysis: 'Made-up analysis',
    harmAddressed: 'By made-up work',
    watcher: 'School nurse (made up)',
    nextCheck: '2029-12-01',
    adultPathway: 'Not asked for yet',
    ...over,
  };
}

/** A sitting on an afternoon to come. */
export function aSittingOn(startsAt: string, chairId: string): ScheduleSittingPayload {
  const endsAt = `${startsAt.slice(0, 11)}16:00:00.000Z`;
  return { panel: 'Made-up panel', startsAt, endsAt, place: 'Room 1', chairId };
}

/** Why a sitting is held on another day than the one it is fixed for. */
export const broughtForward = { otherDayReason: 'Brought forward (made up)' };

/** Attendance by which a sitting is quorate: social care, police and health. */
export function aQuorum() {
  return {
    attendance: ['social-care', 'police', 'health'].map((agencyKind) => ({
      name: `Made-up ${agencyKind}`,
      agency: agencyKind,
      agencyKind,
      as: 'member' as const,
      attendance: 'present' as const,
    })),
  };
}

import { hasExtendableClock } from '../clocks/extending.js';
import type { Missing, StoredRecord } from '../model.js';
import { monthsBefore } from '../months-before.js';
import { isCheckOwed } from '../next-check.js';
import { type Grade, higherGrade } from '../profile/grade.js';
import { type GuardContext, missing, otherWay } from '../topic.js';
import { adultRules } from './adult.js';
import { afterClosingRules } from './after-closing.js';
import { blindRules } from './blind-rules.js';
import { cautionRules } from './caution-rules.js';
import { liesBelow, rulingFloor } from './closing-grade.js';
import { closureObstacles, openSafety } from './closure-rules.js';
import { dropsFrom, peakBeside } from './grade-effects.js';
import { hostingRules } from './hosting.js';
import { judgementRules } from './judgements.js';
import { outcomeRules } from './outcomes.js';
import { accessRules } from './record-access.js';
import { enquiryRules } from './record-enquiry.js';
import { hasToFindOut } from './record-finding.js';
import { singleAssessmentRules } from './record-single-assessment.js';
import { suspensionRules } from './record-suspension.js';
import { hasBreach } from './record-withdrawal.js';
import { asksPlan, type ChildCaseStanding } from './standing.js';
import { transferRules } from './transfer-rules.js';
import { urgentWork } from './urgent-work.js';

type Ctx = GuardContext<ChildCaseStanding>;

/** The state of each region of a child's case. */
export function regionsOf(record: Pick<StoredRecord<never>, 'state'>): { work: string; panel: string } {
  return record.state as { work: string; panel: string };
}

/**
 * Immediate danger cannot end at triage without a strategy discussion, held since it was raised (Working Together:
 * one is held wherever there is reasonable cause to suspect significant harm): that the threshold is not met is a
 * reason for no enquiry, not for an end.
 */
function dangerDiscussed(context: Ctx): Missing[] {
  const { danger, strategy, clocks } = context.record.standing;
  const waits = clocks.some((clock) => clock.rule === 'strategy-discussion');
  if (!danger || (!waits && strategy && strategy.outcome !== 'threshold-not-met')) return [];
  return missing(
    'strategyDiscussion',
    'Immediate danger was raised: a strategy discussion comes before this outcome.',
    'the manager of the team, or the duty manager',
  );
}

/** Nothing that is still to be done about danger or current harm is cut off by an end at triage. */
function answered(context: Ctx): Missing[] {
  const undiscussed = dangerDiscussed(context);
  return undiscussed.length > 0 ? undiscussed : urgentWork(context.record);
}

function otherCase(context: Ctx, states: string[], words: string): Missing[] {
  const other = context.locked.find((one) => one.kind === 'childCase' && one.id !== context.record.id);
  // While a page only asks what may be done, no other case is named yet.
  if (!other) return [];
  return states.includes(regionsOf(other).work) ? [] : missing('otherCase', words, 'triage');
}

const afterTriage = ['assessing', 'planning', 'monitoring', 'closing', 'suspended', 'transferring'];
const openStates = ['awaitingTriage', ...afterTriage];

function proposal(context: Ctx): Missing[] {
  if (context.record.standing.proposed) return [];
  return missing('proposedGrade', 'No grade is proposed: a risk assessment comes first.', 'the worker');
}

/** A grade is confirmed by somebody other than the assessor. */
function otherPerson(context: Ctx): Missing[] {
  const { proposed } = context.record.standing;
  const own = [proposed, proposed?.rose].some((one) => one?.by && one.by === context.actor.userId);
  if (!own) return [];
  return missing(
    'otherPerson',
    'The grade is confirmed by somebody other than the person who proposed it.',
    'another manager',
  );
}

/** The highest grade confirmed within the profile's months before now, on this case or another of the child, the present one among them. */
export function recentPeak(
  context: Pick<Ctx, 'record' | 'locked' | 'facts' | 'profile' | 'at'>,
): Grade | null {
  const { peaks, confirmed } = context.record.standing;
  const since = monthsBefore(context.at, context.profile.closing.secondSignature.months);
  const recent = peaks.filter((peak) => peak.at >= since).map((peak) => peak.grade);
  if (confirmed) recent.push(confirmed.grade);
  return recent.reduce<Grade | null>(
    (high, grade) => (high === null ? grade : higherGrade(high, grade)),
    peakBeside(context),
  );
}

/** A drop of two grades from the highest of the last three months needs a senior's signature as well. */
function secondSignature(context: Ctx): Missing[] {
  const peak = recentPeak(context);
  const grade = context.choice as Grade | undefined;
  if (!grade || !dropsFrom(peak, grade, context.profile)) return [];
  if (context.actor.roles.includes('senior')) return [];
  return missing(
    'secondSignature',
    `A drop of two grades from ${peak}, confirmed in the last three months on this case or another of the child, is confirmed by a senior manager.`,
    'a senior manager, or the chair of a quorate sitting',
  );
}

/** A grade below a floor needs a second manager who is a senior, whoever chose it. */
function floorSignature(context: Ctx): Missing[] {
  const { proposed } = context.record.standing;
  if (!proposed || context.choice === undefined || context.actor.roles.includes('senior')) return [];
  if (!liesBelow(rulingFloor(proposed), context.choice as Grade)) return [];
  return missing(
    'floorSignature',
    'A grade below a floor is confirmed by a senior manager.',
    'a senior manager',
  );
}

function confirmable(context: Ctx): Missing[] {
  return [
    ...proposal(context),
    ...otherPerson(context),
    ...secondSignature(context),
    ...floorSignature(context),
  ];
}

function planAsked(context: Ctx, asked: boolean): Missing[] {
  const grade = context.choice as Grade | undefined;
  const holds = grade === undefined || asksPlan(context.profile, grade) === asked;
  return otherWay(holds, asked ? 'grades that ask for a plan' : 'grades that ask for no plan');
}

function lacksPlan(context: Ctx): Missing[] {
  return otherWay(context.record.standing.plan === null, 'a case without a plan');
}

function returnsTo(context: Ctx, state: string): Missing[] {
  return otherWay(context.record.standing.returnTo === state, `a case that was ${state}`);
}

/** A panel's decision that sets a grade travels as `regrade-high`: the grade picks the state that follows. */
function regrades(context: Ctx, asked?: boolean): Missing[] {
  const grade = /^(?:regrade|step-down)-(\w+)$/.exec(context.choice ?? '')?.[1] as Grade | undefined;
  const fits = asked === undefined || (grade !== undefined && asksPlan(context.profile, grade) === asked);
  return otherWay(grade !== undefined && fits, 'another decision of the panel');
}

/** The chair acts between sittings; while one hears the case it decides itself. A rise travels as `raise-grade-high`. */
function chairActs(context: Ctx, rises: boolean, asked?: boolean): Missing[] {
  if (regionsOf(context.record).panel === 'beforePanel')
    return missing('beforePanel', 'A sitting hears the case now: it decides.', 'the sitting');
  const grade = /^raise-grade-(\w+)$/.exec(context.choice ?? '')?.[1] as Grade | undefined;
  const fits = asked === undefined || (grade !== undefined && asksPlan(context.profile, grade) === asked);
  return otherWay(rises === (grade !== undefined) && fits, 'another chair’s action');
}

/** Which decision a panel's choice carries, without its grade. */
function decides(context: Ctx, ...decisions: string[]): Missing[] {
  const choice = (context.choice ?? '').replace(/^(regrade|step-down)-\w+$/, '$1');
  return otherWay(decisions.includes(choice), decisions.join(' or '));
}

function takesOn(context: Ctx): Missing[] {
  return decides(context, 'risk-assessment', 'section-47-and-risk-assessment');
}

function hasActions(context: Ctx): Missing[] {
  if (context.record.standing.actions.open > 0) return [];
  return missing('actions', 'The plan has no action yet.', 'the worker');
}

function approvable(context: Ctx): Missing[] {
  const { closure } = context.record.standing;
  if (!closure) return missing('closureProposal', 'Nobody has proposed to close the case.', 'the worker');
  const same = closure.proposedBy !== null && closure.proposedBy === context.actor.userId;
  return [
    ...(same
      ? missing('otherPerson', 'Closure is approved by somebody other than its proposer.', 'another manager')
      : []),
    ...(regionsOf(context.record).panel === 'beforePanel'
      ? missing('beforePanel', 'The case is before the panel now: its decision comes first.', 'the sitting')
      : []),
    ...closureObstacles(context),
  ];
}

/** The rules of a child's case, by the names that its chart uses. */
export const rules = {
  ...accessRules,
  ...adultRules,
  ...afterClosingRules,
  isCheckOwed,
  ...cautionRules,
  ...blindRules,
  ...outcomeRules,
  ...enquiryRules,
  ...suspensionRules,
  ...hostingRules,
  ...singleAssessmentRules,
  ...transferRules,
  hasExtendableClock,
  isTakenOn: takesOn,
  isEndedAtTriage: (context: Ctx) => [
    ...decides(context, 'early-help', 'no-further-action', 'other-area'),
    ...answered(context),
    ...openSafety(context),
  ],
  isJoined: (context: Ctx) => [
    ...decides(context, 'joined'),
    ...otherCase(context, openStates, 'The other case must be open.'),
    ...openSafety(context),
  ],
  isRelisted: (context: Ctx) => [
    ...decides(context, 'relisted'),
    ...otherCase(context, ['closed'], 'The earlier case must be closed.'),
    ...openSafety(context),
  ],
  isRelistable: (context: Ctx) => {
    const { closed } = context.record.standing;
    const { relistMonths } = context.profile;
    if (closed?.reason === 'deceased')
      return missing('deceased', 'The child has died: the case is not taken up again.', 'nobody');
    if (closed?.reason === 'merged')
      return missing('merged', 'The case was merged into another: take up that one.', 'triage');
    if (closed && closed.at >= monthsBefore(context.at, relistMonths)) return [];
    return missing(
      'relistMonths',
      `The case closed more than ${relistMonths} months ago: open a new linked case.`,
      'triage',
    );
  },
  ...judgementRules,
  hasBreach,
  hasToFindOut,
  hasOpenDanger: (context: Ctx) =>
    context.record.standing.danger && !context.record.standing.danger.acknowledgedBy
      ? []
      : missing('openDanger', 'No immediate danger waits for acknowledgement.', 'anyone who may write'),
  isConfirmable: confirmable,
  isConfirmedNeedingPlan: (context: Ctx) => [...planAsked(context, true), ...confirmable(context)],
  isConfirmedWithoutPlan: (context: Ctx) => [...planAsked(context, false), ...confirmable(context)],
  isConfirmedLackingPlan: (context: Ctx) => [
    ...planAsked(context, true),
    ...lacksPlan(context),
    ...confirmable(context),
  ],
  hasActions,
  hasPlanToRenew: (context: Ctx) => [
    ...(context.record.standing.plan
      ? []
      : missing(
          'planning',
          'The first plan is agreed while planning: a grade is confirmed first.',
          'the manager of the team',
        )),
    ...hasActions(context),
  ],
  hasAgreedPlan: (context: Ctx) =>
    context.record.standing.plan
      ? []
      : missing('agreedPlan', 'No plan is agreed yet.', 'the manager of the team'),
  hasTeam: (context: Ctx) =>
    context.record.standing.team ? [] : missing('team', 'No team holds the case yet.', 'triage'),
  isListable: (context: Ctx) =>
    afterTriage.includes(regionsOf(context.record).work)
      ? []
      : missing('afterTriage', 'Only an open case after triage can be listed.', 'triage'),
  isApprovedClosure: approvable,
  returnsToAssessing: (context: Ctx) => returnsTo(context, 'assessing'),
  returnsToPlanning: (context: Ctx) => returnsTo(context, 'planning'),
  returnsToMonitoring: (context: Ctx) => returnsTo(context, 'monitoring'),
  isPanelClosing: (context: Ctx) => decides(context, 'close'),
  isPanelRegrade: (context: Ctx) => regrades(context),
  isPanelRegradeNeedingPlan: (context: Ctx) => regrades(context, true),
  isPanelRegradeWithoutPlan: (context: Ctx) => regrades(context, false),
  isPanelRegradeLackingPlan: (context: Ctx) => [...regrades(context, true), ...lacksPlan(context)],
  isOtherDecision: (context: Ctx) =>
    decides(context, 'continue', 'change-plan', 'remove', 'escalate', 'defer', 'refer'),
  isChairsAction: (context: Ctx) =>
    afterTriage.includes(regionsOf(context.record).work)
      ? []
      : missing('afterTriage', 'Chair’s action is on an open case after triage.', 'triage'),
  isChairsRise: (context: Ctx) => chairActs(context, true),
  isChairsRiseNeedingPlan: (context: Ctx) => chairActs(context, true, true),
  isChairsRiseWithoutPlan: (context: Ctx) => chairActs(context, true, false),
  isChairsRiseLackingPlan: (context: Ctx) => [...chairActs(context, true, true), ...lacksPlan(context)],
  isOtherChairsAction: (context: Ctx) => chairActs(context, false),
  isListedAgain: (context: Ctx) =>
    decides(context, 'continue', 'change-plan', 'regrade', 'escalate', 'defer', 'refer'),
  isTakenOffList: (context: Ctx) => decides(context, 'step-down', 'remove', 'close'),
};

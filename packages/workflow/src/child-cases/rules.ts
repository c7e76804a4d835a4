import type { Missing, StoredRecord } from '../model.js';
import { monthsBefore } from '../months-before.js';
import { type Grade, gradeDrop, higherGrade } from '../profile/grade.js';
import { chosen, type GuardContext, missing } from '../topic.js';
import { closureObstacles } from './closure-rules.js';
import { asksPlan, type ChildCaseStanding } from './standing.js';

type Ctx = GuardContext<ChildCaseStanding>;

const takenOn = ['risk-assessment', 'section-47-and-risk-assessment'];

/** The state of each region of a child's case. */
export function regionsOf(record: Pick<StoredRecord<never>, 'state'>): { work: string; panel: string } {
  return record.state as { work: string; panel: string };
}

/** Immediate danger cannot end in anything but help without a strategy discussion (`domain.md` 3.1). */
function dangerDiscussed(context: Ctx): Missing[] {
  const { danger, strategy } = context.record.standing;
  if (!danger || strategy) return [];
  return missing(
    'strategyDiscussion',
    'Immediate danger was raised: a strategy discussion comes before this outcome.',
    'the manager of the team, or the duty manager',
  );
}

function otherCase(context: Ctx, states: string[], words: string): Missing[] {
  const other = context.locked.find((one) => one.kind === 'childCase' && one.id !== context.record.id);
  // While a page only asks what may be done, no other case is named yet.
  if (!other) return [];
  return states.includes(regionsOf(other).work) ? [] : missing('otherCase', words, 'triage');
}

function openStates(): string[] {
  return ['awaitingTriage', 'assessing', 'planning', 'monitoring', 'closing', 'suspended', 'transferring'];
}

function proposal(context: Ctx): Missing[] {
  if (context.record.standing.proposed) return [];
  return missing('proposedGrade', 'No grade is proposed: a risk assessment comes first.', 'the worker');
}

/** A grade is confirmed by somebody other than the assessor. */
function otherPerson(context: Ctx): Missing[] {
  const { proposed } = context.record.standing;
  if (!proposed || proposed.by === null || proposed.by !== context.actor.userId) return [];
  return missing(
    'otherPerson',
    'The grade is confirmed by somebody other than the person who proposed it.',
    'another manager',
  );
}

/** The highest grade confirmed within the profile's months before now, the present one among them. */
export function recentPeak(context: Pick<Ctx, 'record' | 'profile' | 'at'>): Grade | null {
  const { peaks, confirmed } = context.record.standing;
  const since = monthsBefore(context.at, context.profile.closing.secondSignature.months);
  const recent = peaks.filter((peak) => peak.at >= since).map((peak) => peak.grade);
  if (confirmed) recent.push(confirmed.grade);
  return recent.reduce<Grade | null>(
    (high, grade) => (high === null ? grade : higherGrade(high, grade)),
    null,
  );
}

/** A drop of two grades needs a senior's signature as well (`domain.md` 3.5). */
function secondSignature(context: Ctx): Missing[] {
  const peak = recentPeak(context);
  const grade = context.choice as Grade | undefined;
  if (!grade || !peak || gradeDrop(peak, grade) < context.profile.closing.secondSignature.drop) return [];
  if (context.actor.roles.includes('senior')) return [];
  return missing(
    'secondSignature',
    `A drop of two grades from ${peak}, confirmed in the last three months, is confirmed by a senior manager.`,
    'a senior manager, or the chair of a quorate sitting',
  );
}

/** A grade below a floor needs a second manager who is a senior. */
function floorSignature(context: Ctx): Missing[] {
  const { proposed } = context.record.standing;
  if (!proposed?.belowFloor || context.choice === undefined) return [];
  if (gradeDrop(proposed.suggested, context.choice as Grade) <= 0 || context.actor.roles.includes('senior'))
    return [];
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
  const matches = grade === undefined || asksPlan(context.profile, grade) === asked;
  return matches ? [] : chosen({ ...context, choice: undefined } as never, 'another grade');
}

function returnsTo(context: Ctx, state: string): Missing[] {
  return context.record.standing.returnTo === state
    ? []
    : chosen({ ...context, choice: undefined } as never, state);
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
  isTakenOn: (context: Ctx) => chosen(context as never, ...takenOn),
  isEndedAtTriage: (context: Ctx) => [
    ...chosen(context as never, 'early-help', 'no-further-action', 'other-area'),
    ...dangerDiscussed(context),
  ],
  isJoined: (context: Ctx) => [
    ...chosen(context as never, 'joined'),
    ...otherCase(context, openStates(), 'The other case must be open.'),
  ],
  isRelisted: (context: Ctx) => [
    ...chosen(context as never, 'relisted'),
    ...otherCase(context, ['closed'], 'The earlier case must be closed.'),
  ],
  isRelistable: (context: Ctx) => {
    const { closed } = context.record.standing;
    const since = monthsBefore(context.at, context.profile.relistMonths);
    return closed && closed.at >= since
      ? []
      : missing(
          'relistMonths',
          `The case closed more than ${context.profile.relistMonths} months ago: open a new linked case.`,
          'triage',
        );
  },
  hasOpenDanger: (context: Ctx) =>
    context.record.standing.danger && !context.record.standing.danger.acknowledgedBy
      ? []
      : missing('openDanger', 'No immediate danger waits for acknowledgement.', 'anyone who may write'),
  isConfirmable: confirmable,
  isConfirmedNeedingPlan: (context: Ctx) => [...planAsked(context, true), ...confirmable(context)],
  isConfirmedWithoutPlan: (context: Ctx) => [...planAsked(context, false), ...confirmable(context)],
  isConfirmedLackingPlan: (context: Ctx) => [
    ...planAsked(context, true),
    ...(context.record.standing.plan
      ? chosen({ ...context, choice: undefined } as never, 'a case without a plan')
      : []),
    ...confirmable(context),
  ],
  hasActions: (context: Ctx) =>
    context.record.standing.actions.open > 0
      ? []
      : missing('actions', 'The plan has no action yet.', 'the worker'),
  hasAgreedPlan: (context: Ctx) =>
    context.record.standing.plan
      ? []
      : missing('agreedPlan', 'No plan is agreed yet.', 'the manager of the team'),
  hasWorkerAsked: (context: Ctx) =>
    context.record.standing.team ? [] : missing('team', 'No team holds the case yet.', 'triage'),
  isListable: (context: Ctx) => {
    const work = regionsOf(context.record).work;
    return ['assessing', 'planning', 'monitoring', 'closing'].includes(work)
      ? []
      : missing('afterTriage', 'Only an open case after triage can be listed.', 'triage');
  },
  isApprovedClosure: approvable,
  returnsToAssessing: (context: Ctx) => returnsTo(context, 'assessing'),
  returnsToPlanning: (context: Ctx) => returnsTo(context, 'planning'),
  returnsToMonitoring: (context: Ctx) => returnsTo(context, 'monitoring'),
  isPanelClosing: (context: Ctx) => chosen(context as never, 'close'),
  isPanelRegrade: (context: Ctx) => chosen(context as never, 'regrade', 'step-down'),
  isPanelRegradeLackingPlan: (context: Ctx) => [
    ...chosen(context as never, 'regrade'),
    ...(context.record.standing.plan
      ? chosen({ ...context, choice: undefined } as never, 'a case without a plan')
      : []),
  ],
  isOtherDecision: (context: Ctx) =>
    chosen(context as never, 'continue', 'change-plan', 'remove', 'escalate', 'defer', 'refer'),
  isListedAgain: (context: Ctx) =>
    chosen(context as never, 'continue', 'change-plan', 'regrade', 'escalate', 'defer', 'refer'),
  isTakenOffList: (context: Ctx) => chosen(context as never, 'step-down', 'remove', 'close'),
};

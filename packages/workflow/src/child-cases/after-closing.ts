import type { Context, Missing } from '../model.js';
import { type AwaitNextCheckPayload, checkAhead, isCheckAwaitable } from '../next-check.js';
import { type Effect, type GuardContext, missing } from '../topic.js';
import type { ClosureReason } from './payloads.js';
import { manager } from './principals.js';
import type { ChildCaseStanding } from './standing.js';

type Ctx<P extends object> = Context<ChildCaseStanding, P>;
type Guard = GuardContext<ChildCaseStanding>;

/** What another area answered to a referral that was passed on to it. */
export interface AcknowledgeOtherAreaPayload {
  /** Who answered there, by name. */
  answeredBy: string;
  /** What they said they do. */
  doing: string;
}

/** Reasons for which a case closes after work with child and parent, who are told of it; after these somebody checks. */
export const toldOf: readonly string[] = [
  'not-found',
  'reduced-and-sustained',
  'moved',
  'turned-18',
] satisfies ClosureReason[];

/** Decisions that take a case off the list and leave it open: a check that they fix is the coordinator’s. Closing fixes its own. */
export const fixesCheck: readonly string[] = ['step-down', 'remove'];

/**
 * Clocks that outlive a case: what is asked of others because it closed, the review of who reads it and of
 * contact cautions, which stand until they are released, a breach, and what child and parent are still to be told.
 */
export const outlivingClocks = [
  'other-area-acknowledgement',
  'restriction-review',
  'caution-review',
  'breach-decision',
  'feedback',
] as const;

/** Those, and the check that the closing fixed: it starts as the case closes. */
export const clocksOfClosed: readonly string[] = [...outlivingClocks, 'next-check'];

const runs = ({ record }: Guard, rule: (typeof outlivingClocks)[number]): boolean =>
  record.standing.clocks.some((clock) => clock.rule === rule);

/** Whether a case stands as a closing or a sitting left it that fixed a check. */
function stillChecked({ closed, lastDecision, listing }: ChildCaseStanding): boolean {
  if (closed) return toldOf.includes(closed.reason);
  return listing === null && fixesCheck.includes(lastDecision?.decision ?? '');
}

/** The rules of what is asked after a case has closed, by the names that the chart uses. */
export const afterClosingRules = {
  isOtherAreaAsked: (context: Guard): Missing[] =>
    runs(context, 'other-area-acknowledgement')
      ? []
      : missing('otherAreaAsked', 'No other area’s answer is awaited.', 'nobody'),
  isFeedbackOwed: (context: Guard): Missing[] =>
    runs(context, 'feedback')
      ? []
      : missing('feedbackOwed', 'Child and parent are owed no more feedback on this case.', 'nobody'),
  isCheckUnawaited: (context: Guard): Missing[] =>
    isCheckAwaitable(context, stillChecked(context.record.standing)),
};

/** The recorders of what is answered after a case has closed. */
export const afterClosingRecorders = {
  recordOtherAreaAcknowledged: ({ payload, actor }: Ctx<AcknowledgeOtherAreaPayload>): Effect[] => [
    { do: 'write', kind: 'other-area-acknowledged', class: 'case', body: { ...payload, by: actor.name } },
    { do: 'end', rule: 'other-area-acknowledgement' },
  ],
  /** With whom it would be, had it been fixed today. */
  recordAwaitedCheck: ({ payload, record }: Ctx<AwaitNextCheckPayload>): Effect[] =>
    checkAhead(
      record.standing.closed ? manager(record.standing.team) : 'role:coordinator',
      payload.nextCheck,
    ),
};

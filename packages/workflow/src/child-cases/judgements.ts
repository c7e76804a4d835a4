import type { Context, Missing } from '../model.js';
import { type Effect, type GuardContext, missing } from '../topic.js';
import { liesBelow, rulingFloor } from './closing-grade.js';
import type { ConfirmGradePayload, RecordStrategyDiscussionPayload } from './payloads.js';
import { type ChildCaseStanding, hasCurrentHarm } from './standing.js';

/** The lists of judgements that the chair and the auditor look at. */
export const judgementLists = ['below-floor', 'no-harm', 'threshold-not-met', 'no-crime-reference'] as const;
export type JudgementList = (typeof judgementLists)[number];

const noted = (isListed: boolean, at: string): Effect[] =>
  isListed ? [{ do: 'set', patch: { forChair: at } }] : [];

/** A grade confirmed below a floor, or without harm beside a sign of it, is listed: the chair reads the case from then on. */
export function gradeForChair({
  record,
  payload,
  at,
}: Pick<Context<ChildCaseStanding, ConfirmGradePayload>, 'record' | 'payload' | 'at'>): Effect[] {
  const { proposed } = record.standing;
  const isUnnamed = Boolean(proposed?.harmIndicator && payload.noHarmReason);
  return noted(liesBelow(rulingFloor(proposed), payload.grade) || isUnnamed, at);
}

/** That the threshold is not met, or that current harm has no crime reference, is listed: the chair reads the case from then on. */
export function discussionForChair({
  record,
  payload,
  at,
}: Context<ChildCaseStanding, RecordStrategyDiscussionPayload>): Effect[] {
  const isBare = hasCurrentHarm(record.standing) && !payload.crimeReference;
  return noted(payload.outcome === 'threshold-not-met' || isBare, at);
}

/** For which judgement the chair reads a case from now on. */
export interface MarkForChairPayload {
  /** When the judgement that stands in a list was recorded. */
  judgedAt: string;
}

/** Nobody marks a case twice: whoever reads it by a judgement does so already. */
function isUnmarked({ record }: GuardContext<ChildCaseStanding>): Missing[] {
  if (!record.standing.forChair) return [];
  return missing('marked', 'The chair reads this case by a judgement already.', 'nobody');
}

/** When a case may be marked for the chair. */
export const judgementRules = { isUnmarked };

/** A case that was judged before cases were marked for the chair: the system marks it once, for a judgement that is listed. */
export const judgementRecorders = {
  recordForChair: ({ payload }: Pick<Context<ChildCaseStanding, MarkForChairPayload>, 'payload'>): Effect[] =>
    noted(true, payload.judgedAt),
};

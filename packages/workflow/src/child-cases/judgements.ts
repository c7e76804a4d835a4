import type { Context } from '../model.js';
import type { Effect } from '../topic.js';
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

import { localDate } from '../clocks/time-zone.js';
import type { StrandCaseStanding } from '../strand-cases/standing.js';
import type { CandidateAsked, CandidateFacts, CandidateList, CandidateReason } from './candidate-lists.js';

/** The clock of a rule that runs on a candidate. */
export const clockOf = (facts: CandidateFacts, rule: string) => facts.clocks.find((one) => one.rule === rule);

/** One reason. */
export const why = (
  list: CandidateList,
  words: string,
  { since = null, due = null }: { since?: string | null; due?: string | null } = {},
): CandidateReason => ({ list, words, since, due });

/** What every strand has in common: carried over, reviewed, or listed and not due yet. */
export function ofEveryStrand(facts: CandidateFacts): CandidateReason[] {
  const { returnedAt, isCancelled } = facts;
  if (!returnedAt) return [];
  const words = isCancelled
    ? 'The sitting that was to hear it was cancelled.'
    : 'The last sitting did not reach it.';
  return [why('carried', words, { since: returnedAt })];
}

/** A review whose date has come by the sitting. */
export function reviewReason(
  { lastDecision }: Pick<StrandCaseStanding, 'lastDecision'>,
  asked: CandidateAsked,
  list: CandidateList,
): CandidateReason[] {
  const day = localDate(asked.startsAt, asked.profile.timeZone);
  if (!lastDecision?.nextReview || lastDecision.nextReview > day) return [];
  return [
    why(list, 'The review that a sitting fixed is due by this sitting.', {
      since: lastDecision.at,
      due: lastDecision.nextReview,
    }),
  ];
}

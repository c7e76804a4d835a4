import { type DecideReviewPayload, type ReviewFinding, reviewFindings } from '@mase/workflow';
import { CommandBody, command } from '../command.js';
import { OneOf, Text } from '../fields.js';

/** Whether it was right to open the record, in words. */
export class DecideReviewBody extends CommandBody implements DecideReviewPayload {
  @OneOf(reviewFindings)
  finding: ReviewFinding;

  @Text(5000)
  words: string;
}

/** `POST /api/v1/break-glass/:id/decide-review`. */
export const decideReview = command('break-glass/decide-review', DecideReviewBody);

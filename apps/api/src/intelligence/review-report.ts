import { type ReviewOutcome, type ReviewReportPayload, reviewOutcomes } from '@mase/workflow';
import { CommandBody, command } from '../command.js';
import { Day, OneOf, Optional, Text } from '../fields.js';

/** Whether a report is still needed, why, and when that is asked again. */
export class ReviewReportBody extends CommandBody implements ReviewReportPayload {
  @OneOf(reviewOutcomes)
  outcome: ReviewOutcome;

  @Optional()
  @Day()
  reviewBy?: string;

  @Text(5000)
  words: string;
}

/** `POST /api/v1/intelligence/:id/review-report`. */
export const reviewReport = command('intelligence/review-report', ReviewReportBody);

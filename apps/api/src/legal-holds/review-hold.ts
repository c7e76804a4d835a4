import type { ReviewHoldPayload } from '@mase/workflow';
import { CommandBody, command } from '../command.js';
import { Day, Text } from '../fields.js';

/** Why the hold goes on, and by when it is looked at again. */
export class ReviewHoldBody extends CommandBody implements ReviewHoldPayload {
  @Day()
  reviewBy: string;

  @Text(5000)
  words: string;
}

/** `POST /api/v1/legal-holds/:id/review-hold`. */
export const reviewHold = command('legal-holds/review-hold', ReviewHoldBody);

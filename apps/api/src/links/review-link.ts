import { type LinkReview, linkReviews, type ReviewLinkPayload } from '@mase/workflow';
import { CommandBody, command } from '../command.js';
import { Day, OneOf, Optional, Text } from '../fields.js';

/** Whether a link still stands, and when that is asked again. */
export class ReviewLinkBody extends CommandBody implements ReviewLinkPayload {
  @OneOf(linkReviews)
  outcome: LinkReview;

  /** A later day on which it was seen to hold. */
  @Optional()
  @Day()
  lastOn?: string;

  @Optional()
  @Day()
  reviewBy?: string;

  @Text(5000)
  reasons: string;
}

/** `POST /api/v1/links/:id/review-link`. */
export const reviewLink = command('links/review-link', ReviewLinkBody);

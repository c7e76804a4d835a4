import type { FeedBackPayload } from '@mase/workflow';
import { CommandBody, command } from '../command.js';
import { Text } from '../fields.js';

/** What came of the information that the agency gave. */
export class FeedBackBody extends CommandBody implements FeedBackPayload {
  @Text(5000)
  words: string;
}

/** `POST /api/v1/information-requests/:id/feed-back`. */
export const feedBack = command('information-requests/feed-back', FeedBackBody);

import type { RecordRequesterAnswerPayload } from '@mase/workflow';
import { CommandBody, command } from '../command.js';
import { Text } from '../fields.js';

/** What the requester answered. */
export class RecordRequesterAnswerBody extends CommandBody implements RecordRequesterAnswerPayload {
  @Text(2000)
  words: string;
}

/** `POST /api/v1/access-requests/:id/record-answer`. */
export const recordAnswer = command('access-requests/record-answer', RecordRequesterAnswerBody);

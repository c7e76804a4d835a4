import type { ChaseAnswerPayload } from '@mase/workflow';
import { CommandBody, command } from '../command.js';
import { Optional, Text } from '../fields.js';

/** What is said to the agency that has not answered. */
export class ChaseAnswerBody extends CommandBody implements ChaseAnswerPayload {
  @Optional()
  @Text(2000)
  words?: string;
}

/** `POST /api/v1/information-requests/:id/chase-answer`. */
export const chaseAnswer = command('information-requests/chase-answer', ChaseAnswerBody);

import type { AnswerForChildPayload } from '@mase/workflow';
import { CommandBody, command } from '../command.js';
import { OneOf, Text } from '../fields.js';

/** Whether the social care manager agrees to the record, and why. */
export class AnswerForChildBody extends CommandBody implements AnswerForChildPayload {
  @OneOf(['agree', 'refuse'])
  answer: 'agree' | 'refuse';

  @Text(5000)
  words: string;
}

/** `POST /api/v1/person-cases/:id/answer-for-child`. */
export const answerForChild = command('person-cases/answer-for-child', AnswerForChildBody);

import { type AnswerInformationPayload, type InformationAnswer, informationAnswers } from '@mase/workflow';
import { CommandBody, command } from '../command.js';
import { OneOf, Optional, Text } from '../fields.js';

/** What is given, or why not; who decided, where somebody else records it. */
export class AnswerInformationBody extends CommandBody implements AnswerInformationPayload {
  @OneOf(informationAnswers)
  outcome: InformationAnswer;

  @Optional()
  @Text(20_000)
  answer?: string;

  @Optional()
  @Text(5000)
  reason?: string;

  @Optional()
  @Text(200)
  decider?: string;
}

/** `POST /api/v1/information-requests/:id/answer-information`. */
export const answerInformation = command('information-requests/answer-information', AnswerInformationBody);

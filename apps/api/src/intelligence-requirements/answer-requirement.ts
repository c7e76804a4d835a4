import { type AnswerRequirementPayload, type RequirementAnswer, requirementAnswers } from '@mase/workflow';
import { CommandBody, command } from '../command.js';
import { OneOf, Optional, Text } from '../fields.js';

/** What an agency knows, or why it does not say. */
export class AnswerRequirementBody extends CommandBody implements AnswerRequirementPayload {
  @OneOf(requirementAnswers)
  outcome: RequirementAnswer;

  @Optional()
  @Text(20_000)
  answer?: string;

  @Optional()
  @Text(5000)
  reason?: string;
}

/** `POST /api/v1/intelligence-requirements/:id/answer-requirement`. */
export const answerRequirement = command(
  'intelligence-requirements/answer-requirement',
  AnswerRequirementBody,
);

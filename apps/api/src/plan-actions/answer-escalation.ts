import type { AnswerEscalationPayload } from '@mase/workflow';
import { CommandBody, command } from '../command.js';
import { Day, Optional, Text } from '../fields.js';

/** Why an action is late, and its new day where it has one. */
export class AnswerEscalationBody extends CommandBody implements AnswerEscalationPayload {
  @Text(5000)
  reason: string;

  @Optional()
  @Day()
  due?: string;
}

/** `POST /api/v1/plan-actions/:id/answer-escalation`. */
export const answerEscalation = command('plan-actions/answer-escalation', AnswerEscalationBody);

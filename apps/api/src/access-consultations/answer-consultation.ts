import { type AnswerConsultationPayload, type ConsultationAnswer, consultationAnswers } from '@mase/workflow';
import { CommandBody, command } from '../command.js';
import { OneOf, Text } from '../fields.js';

/** What speaks against giving out what the agency wrote. */
export class AnswerConsultationBody extends CommandBody implements AnswerConsultationPayload {
  @OneOf(consultationAnswers)
  answer: ConsultationAnswer;

  @Text(5000)
  words: string;
}

/** `POST /api/v1/access-consultations/:id/answer-consultation`. */
export const answerConsultation = command('access-consultations/answer-consultation', AnswerConsultationBody);

import type { RecordScreeningPayload } from '@mase/workflow';
import { command } from '../command.js';
import { Optional, Parts, Text } from '../fields.js';
import { AnswersCommandBody, LevelAnswerBody } from './answer-bodies.js';

/** A short screening: it says whether somebody should assess, and never what grade. */
export class RecordScreeningBody extends AnswersCommandBody implements RecordScreeningPayload {
  @Optional()
  @Parts(() => LevelAnswerBody, 40)
  levels?: LevelAnswerBody[];

  @Optional()
  @Text(5000)
  occasion?: string;
}

/** `POST /api/v1/child-cases/:id/record-screening`. */
export const recordScreening = command('child-cases/record-screening', RecordScreeningBody);

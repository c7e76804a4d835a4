import type { RecordScreeningPayload } from '@mase/workflow';
import { CommandBody, command } from '../command.js';
import { OneOf, Optional, Parts, Text, Whole } from '../fields.js';
import { IndicatorAnswerBody, LevelAnswerBody } from './assess-risk.js';

/** A short screening: it says whether somebody should assess, and never what grade. */
export class RecordScreeningBody extends CommandBody implements RecordScreeningPayload {
  @Text(80)
  instrument: string;

  @Optional()
  @Whole(1, 1000)
  instrumentVersion?: number;

  @Parts(() => IndicatorAnswerBody, 300)
  answers: IndicatorAnswerBody[];

  @Optional()
  @Parts(() => LevelAnswerBody, 40)
  levels?: LevelAnswerBody[];

  @OneOf(['yes', 'no', 'not-known'])
  learningDisability: 'yes' | 'no' | 'not-known';

  @Optional()
  @Text(5000)
  occasion?: string;
}

/** `POST /api/v1/child-cases/:id/record-screening`. */
export const recordScreening = command('child-cases/record-screening', RecordScreeningBody);

import { type ConfirmGradePayload, type Dissent, dissenters, type Grade, grades } from '@mase/workflow';
import { CommandBody, command } from '../command.js';
import { Id, OneOf, Optional, OwnWords, Parts, Text } from '../fields.js';
import { AnsweredContradictionBody } from './assess-risk.js';

/** Who disagrees, in whose words, and what was answered. */
export class DissentBody implements Dissent {
  @OneOf(dissenters)
  of: Dissent['of'];

  /** Which agency, or who; asked for of an agency. */
  @Optional()
  @Text(200)
  from?: string;

  @OwnWords(5000)
  words: string;

  @Text(5000)
  answer: string;
}

/** A grade confirmed by somebody other than its assessor. */
export class ConfirmGradeBody extends CommandBody implements ConfirmGradePayload {
  @Id()
  assessmentId: string;

  @OneOf(grades)
  grade: Grade;

  @Optional()
  @Text(10_000)
  reasons?: string;

  @Optional()
  @Parts(() => DissentBody, 10)
  dissent?: DissentBody[];

  @Optional()
  @Text(5000)
  noHarmReason?: string;

  @Optional()
  @Text(5000)
  secondSignatureReason?: string;

  @Optional()
  @Parts(() => AnsweredContradictionBody, 16)
  contradictions?: AnsweredContradictionBody[];
}

/** `POST /api/v1/child-cases/:id/confirm-grade`. */
export const confirmGrade = command('child-cases/confirm-grade', ConfirmGradeBody);

import { type ConfirmGradePayload, type Grade, grades } from '@mase/workflow';
import { CommandBody, command } from '../command.js';
import { Id, OneOf, Optional, OwnWords, Part, Text } from '../fields.js';

/** Who disagrees, in whose words, and what was answered. */
export class DissentBody {
  @Text(200)
  from: string;

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
  @Part(() => DissentBody)
  dissent?: DissentBody;

  @Optional()
  @Text(5000)
  noHarmReason?: string;

  @Optional()
  @Text(5000)
  secondSignatureReason?: string;
}

/** `POST /api/v1/child-cases/:id/confirm-grade`. */
export const confirmGrade = command('child-cases/confirm-grade', ConfirmGradeBody);

import type { AskBlindAssessmentPayload } from '@mase/workflow';
import { CommandBody, command } from '../command.js';
import { Id } from '../fields.js';

/** Who assesses the same child again, without seeing the first assessment. */
export class AskBlindAssessmentBody extends CommandBody implements AskBlindAssessmentPayload {
  @Id()
  assessorId: string;
}

/** `POST /api/v1/child-cases/:id/ask-blind-assessment`. */
export const askBlindAssessment = command('child-cases/ask-blind-assessment', AskBlindAssessmentBody);

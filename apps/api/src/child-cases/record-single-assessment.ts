import {
  type RecordSingleAssessmentPayload,
  type SingleAssessmentStep,
  singleAssessmentSteps,
} from '@mase/workflow';
import { CommandBody, command } from '../command.js';
import { Day, OneOf, Optional, Text } from '../fields.js';

/** A single assessment of social care, opened or complete. */
export class RecordSingleAssessmentBody extends CommandBody implements RecordSingleAssessmentPayload {
  @OneOf(singleAssessmentSteps)
  step: SingleAssessmentStep;

  @Day()
  on: string;

  @Optional()
  @Text(5000)
  outcome?: string;
}

/** `POST /api/v1/child-cases/:id/record-single-assessment`. */
export const recordSingleAssessment = command(
  'child-cases/record-single-assessment',
  RecordSingleAssessmentBody,
);

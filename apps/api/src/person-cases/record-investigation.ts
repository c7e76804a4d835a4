import {
  type InvestigationStage,
  investigationStages,
  type RecordInvestigationPayload,
} from '@mase/workflow';
import { CommandBody, command } from '../command.js';
import { Day, OneOf, Optional, Text } from '../fields.js';

/** Where the investigation stands, and what children are to be told. */
export class RecordInvestigationBody extends CommandBody implements RecordInvestigationPayload {
  @Text(200)
  officer: string;

  @OneOf(investigationStages)
  stage: InvestigationStage;

  @Text(5000)
  words: string;

  @Optional()
  @Day()
  interviewOn?: string;

  @Optional()
  @Day()
  bailUntil?: string;

  @Optional()
  @Text(5000)
  outcome?: string;
}

/** `POST /api/v1/person-cases/:id/record-investigation`. */
export const recordInvestigation = command('person-cases/record-investigation', RecordInvestigationBody);

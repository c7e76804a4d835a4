import {
  type EvaluatePayload,
  type HandlingCode,
  type HandlingCondition,
  handlingCodeCodes,
  handlingConditionCodes,
  type InformationGrade,
  informationGradeCodes,
  type RecipientDecision,
  type SourceGrade,
  sourceGradeCodes,
} from '@mase/workflow';
import { CommandBody, command } from '../command.js';
import { Day, OneOf, Optional, Parts, SomeOf, Text, Truth } from '../fields.js';
import { RecipientBody } from './disseminate.js';

/** Whether somebody who was given the report keeps it. */
export class RecipientDecisionBody extends RecipientBody implements RecipientDecision {
  @Truth()
  stays: boolean;
}

/** The three parts of a grade with its conditions, and when the report is looked at again. */
export class EvaluateBody extends CommandBody implements EvaluatePayload {
  @OneOf(sourceGradeCodes)
  source: SourceGrade;

  @OneOf(informationGradeCodes)
  information: InformationGrade;

  @OneOf(handlingCodeCodes)
  handling: HandlingCode;

  @Optional()
  @SomeOf(handlingConditionCodes, 0)
  conditions?: HandlingCondition[];

  @Optional()
  @Text(2000)
  conditionWords?: string;

  @Day()
  reviewBy: string;

  @Optional()
  @Text(5000)
  reasons?: string;

  /** Who keeps it, of those who were given it. */
  @Optional()
  @Parts(() => RecipientDecisionBody, 12)
  recipients?: RecipientDecisionBody[];
}

/** `POST /api/v1/intelligence/:id/evaluate`. */
export const evaluate = command('intelligence/evaluate', EvaluateBody);

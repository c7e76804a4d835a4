import { type ExposureRisk, exposureRisks, type RecordSourceRiskPayload } from '@mase/workflow';
import { CommandBody, command } from '../command.js';
import { OneOf, Text } from '../fields.js';

/** The risk to whoever it came from when it is acted on, and what is done about it. */
export class RecordSourceRiskBody extends CommandBody implements RecordSourceRiskPayload {
  @OneOf(exposureRisks)
  level: ExposureRisk;

  @Text(5000)
  risk: string;

  @Text(5000)
  safeguard: string;
}

/** `POST /api/v1/intelligence/:id/record-source-risk`. */
export const recordSourceRisk = command('intelligence/record-source-risk', RecordSourceRiskBody);

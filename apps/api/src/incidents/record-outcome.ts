import type { RecordOutcomePayload } from '@mase/workflow';
import { CommandBody, command } from '../command.js';
import { Day, Text } from '../fields.js';

/** How the police end an incident, or leave it for now, from a day on. */
export class RecordOutcomeBody extends CommandBody implements RecordOutcomePayload {
  @Text(10)
  code: string;

  @Day()
  on: string;
}

/** `POST /api/v1/incidents/:id/record-outcome`. */
export const recordOutcome = command('incidents/record-outcome', RecordOutcomeBody);

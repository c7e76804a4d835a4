import type { RecordNextCheckPayload } from '@mase/workflow';
import { CommandBody, command } from '../command.js';
import { Day, Optional, Text } from '../fields.js';

/** What was found at the check that a removal or a closing fixed, and the day of another where there is to be one. */
export class RecordNextCheckBody extends CommandBody implements RecordNextCheckPayload {
  @Text(10_000)
  found: string;

  @Optional()
  @Day()
  nextCheck?: string;
}

/** `POST /api/v1/child-cases/:id/record-next-check`. */
export const recordNextCheck = command('child-cases/record-next-check', RecordNextCheckBody);

import type { RecordReturnPayload } from '@mase/workflow';
import { CommandBody, command } from '../command.js';
import { Day, Instant, Optional, Text } from '../fields.js';

/** When an absence ended that was recorded while it lasted, to the minute or by the day, and who says so. */
export class RecordReturnBody extends CommandBody implements RecordReturnPayload {
  @Optional()
  @Day()
  end?: string;

  @Optional()
  @Instant()
  returned?: string;

  @Text(100)
  from: string;

  @Optional()
  @Text(500)
  whereFound?: string;

  @Optional()
  @Text(5000)
  words?: string;
}

/** `POST /api/v1/missing-episodes/:id/record-return`. */
export const recordReturn = command('missing-episodes/record-return', RecordReturnBody);

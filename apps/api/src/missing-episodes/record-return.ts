import type { RecordReturnPayload } from '@mase/workflow';
import { CommandBody, command } from '../command.js';
import { Day, Text } from '../fields.js';

/** The day on which an absence ended that was recorded while it lasted, and who says so. */
export class RecordReturnBody extends CommandBody implements RecordReturnPayload {
  @Day()
  end: string;

  @Text(100)
  from: string;
}

/** `POST /api/v1/missing-episodes/:id/record-return`. */
export const recordReturn = command('missing-episodes/record-return', RecordReturnBody);

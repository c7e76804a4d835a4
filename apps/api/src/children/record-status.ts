import type { RecordStatusPayload } from '@mase/workflow';
import { CommandBody, command } from '../command.js';
import { Day, Optional, Text } from '../fields.js';

/** Legal status and placement of a looked-after child, from a day on. */
export class RecordStatusBody extends CommandBody implements RecordStatusPayload {
  @Text(40)
  legalStatus: string;

  @Text(40)
  placement: string;

  @Day()
  since: string;

  @Optional()
  @Day()
  until?: string;
}

/** `POST /api/v1/children/:id/record-status`. */
export const recordStatus = command('children/record-status', RecordStatusBody);

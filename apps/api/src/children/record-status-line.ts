import { type RecordStatusLinePayload, type StatusLine, statusLines } from '@mase/workflow';
import { CommandBody, command } from '../command.js';
import { Day, OneOf, Optional, Text } from '../fields.js';

/** What the child is under besides, since when, and the next date. */
export class RecordStatusLineBody extends CommandBody implements RecordStatusLinePayload {
  @OneOf(statusLines)
  status: StatusLine;

  @Day()
  since: string;

  @Optional()
  @Day()
  until?: string;

  @Optional()
  @Day()
  next?: string;

  @Optional()
  @Text(200)
  nextWhat?: string;
}

/** `POST /api/v1/children/:id/record-status-line`. */
export const recordStatusLine = command('children/record-status-line', RecordStatusLineBody);

import { checkResults, type RecordCheckPayload } from '@mase/workflow';
import { CommandBody, command } from '../command.js';
import { OneOf, Optional, Text } from '../fields.js';

/** What an agency's check of its own records brought to triage. */
export class RecordCheckBody extends CommandBody implements RecordCheckPayload {
  @Text(200)
  agency: string;

  @OneOf(checkResults)
  result: RecordCheckPayload['result'];

  @Optional()
  @Text(5000)
  words?: string;
}

/** `POST /api/v1/child-cases/:id/record-check`. */
export const recordCheck = command('child-cases/record-check', RecordCheckBody);

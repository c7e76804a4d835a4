import type { RecordFindingPayload } from '@mase/workflow';
import { CommandBody, command } from '../command.js';
import { Text } from '../fields.js';

/** Something that nobody knew, found out without a new assessment. */
export class RecordFindingBody extends CommandBody implements RecordFindingPayload {
  @Text(200)
  code: string;

  @Text(5000)
  found: string;

  @Text(500)
  source: string;
}

/** `POST /api/v1/child-cases/:id/record-finding`. */
export const recordFinding = command('child-cases/record-finding', RecordFindingBody);

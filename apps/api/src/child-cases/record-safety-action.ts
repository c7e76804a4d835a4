import type { RecordSafetyActionPayload } from '@mase/workflow';
import { CommandBody, command } from '../command.js';
import { Text } from '../fields.js';

/** A safety action: who, what and when is enough. */
export class RecordSafetyActionBody extends CommandBody implements RecordSafetyActionPayload {
  @Text(200)
  who: string;

  @Text(5000)
  what: string;

  @Text(200)
  when: string;
}

/** `POST /api/v1/child-cases/:id/record-safety-action`. */
export const recordSafetyAction = command('child-cases/record-safety-action', RecordSafetyActionBody);

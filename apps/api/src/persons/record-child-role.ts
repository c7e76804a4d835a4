import type { RecordChildRolePayload } from '@mase/workflow';
import { CommandBody, command } from '../command.js';
import { Id, Text } from '../fields.js';

/** Which child on the books the person is, and how that is known. */
export class RecordChildRoleBody extends CommandBody implements RecordChildRolePayload {
  @Id()
  childId: string;

  @Text(2000)
  reason: string;
}

/** `POST /api/v1/persons/:id/record-child-role`. */
export const recordChildRole = command('persons/record-child-role', RecordChildRoleBody);

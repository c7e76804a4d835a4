import type { MoveCasePayload } from '@mase/workflow';
import { CommandBody, command } from '../command.js';
import { Id, Text } from '../fields.js';

/** A case that was recorded on the wrong child, the right child, and how it came about. */
export class MoveCaseBody extends CommandBody implements MoveCasePayload {
  @Id()
  caseId: string;

  @Id()
  childId: string;

  @Text(2000)
  reason: string;
}

/** `POST /api/v1/children/:id/move-case`. */
export const moveCase = command('children/move-case', MoveCaseBody);

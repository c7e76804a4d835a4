import type { RecallCopyPayload } from '@mase/workflow';
import { CommandBody, command } from '../command.js';
import { Id, Text } from '../fields.js';

/** Whose copy of the papers is recalled, and why. */
export class RecallCopyBody extends CommandBody implements RecallCopyPayload {
  @Id()
  recipientId: string;

  @Text(600)
  reason: string;
}

/** `POST /api/v1/sittings/:id/recall-copy`: it can no longer be fetched or opened, and whoever has it is told to destroy it. */
export const recallCopy = command('sittings/recall-copy', RecallCopyBody);

import type { UndoStartPayload } from '@mase/workflow';
import { CommandBody, command } from '../command.js';
import { Text } from '../fields.js';

/** A sitting that was started by mistake, and why: nothing was recorded since. */
export class UndoStartBody extends CommandBody implements UndoStartPayload {
  @Text(600)
  reason: string;
}

/** `POST /api/v1/sittings/:id/undo-start`. */
export const undoStart = command('sittings/undo-start', UndoStartBody);

import type { CancelSittingPayload } from '@mase/workflow';
import { CommandBody, command } from '../command.js';
import { Text } from '../fields.js';

/** A sitting that will not be held, and why. */
export class CancelSittingBody extends CommandBody implements CancelSittingPayload {
  @Text(600)
  reason: string;
}

/** `POST /api/v1/sittings/:id/cancel-sitting`. */
export const cancelSitting = command('sittings/cancel-sitting', CancelSittingBody);

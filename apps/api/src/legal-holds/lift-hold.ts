import type { LiftHoldPayload } from '@mase/workflow';
import { CommandBody, command } from '../command.js';
import { Text } from '../fields.js';

/** Why the hold ends. */
export class LiftHoldBody extends CommandBody implements LiftHoldPayload {
  @Text(5000)
  words: string;
}

/** `POST /api/v1/legal-holds/:id/lift-hold`. */
export const liftHold = command('legal-holds/lift-hold', LiftHoldBody);

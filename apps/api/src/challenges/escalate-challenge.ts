import type { EscalateChallengePayload } from '@mase/workflow';
import { CommandBody, command } from '../command.js';
import { Optional, Text } from '../fields.js';

/** Why the answer does not settle it. */
export class EscalateChallengeBody extends CommandBody implements EscalateChallengePayload {
  @Optional()
  @Text(5000)
  words?: string;
}

/** `POST /api/v1/challenges/:id/escalate-challenge`. */
export const escalateChallenge = command('challenges/escalate-challenge', EscalateChallengeBody);

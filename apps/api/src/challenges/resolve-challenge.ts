import { type ChallengeEnding, challengeEndings, type ResolveChallengePayload } from '@mase/workflow';
import { CommandBody, command } from '../command.js';
import { OneOf, Text } from '../fields.js';

/** How the challenge is settled, and what follows from it. */
export class ResolveChallengeBody extends CommandBody implements ResolveChallengePayload {
  @OneOf(challengeEndings)
  how: ChallengeEnding;

  @Text(5000)
  words: string;
}

/** `POST /api/v1/challenges/:id/resolve-challenge`. */
export const resolveChallenge = command('challenges/resolve-challenge', ResolveChallengeBody);

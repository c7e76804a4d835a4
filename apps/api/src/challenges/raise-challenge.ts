import { type ChallengeTheme, challengeThemes, type RaiseChallengePayload } from '@mase/workflow';
import { CommandBody, command } from '../command.js';
import { Id, OneOf, Text } from '../fields.js';

/** What of a case is challenged, why, and what is asked for instead. */
export class RaiseChallengeBody extends CommandBody implements RaiseChallengePayload {
  @Id()
  caseId: string;

  @OneOf(challengeThemes)
  about: ChallengeTheme;

  @Text(5000)
  words: string;

  @Text(2000)
  wanted: string;
}

/** `POST /api/v1/challenges/raise-challenge`. */
export const raiseChallenge = command('challenges/raise-challenge', RaiseChallengeBody);

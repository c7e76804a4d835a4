import { type AnswerChallengePayload, type ChallengeAnswer, challengeAnswers } from '@mase/workflow';
import { CommandBody, command } from '../command.js';
import { OneOf, Text } from '../fields.js';

/** What those who are asked at this stage say, and why. */
export class AnswerChallengeBody extends CommandBody implements AnswerChallengePayload {
  @OneOf(challengeAnswers)
  outcome: ChallengeAnswer;

  @Text(5000)
  words: string;
}

/** `POST /api/v1/challenges/:id/answer-challenge`. */
export const answerChallenge = command('challenges/answer-challenge', AnswerChallengeBody);

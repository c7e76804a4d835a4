import type { ChallengeStanding } from '@mase/workflow';
import type { FastifyInstance } from 'fastify';
import { registerCommands } from '../command.js';
import { registerOnCase } from '../on-case.js';
import { answerChallenge } from './answer-challenge.js';
import { challengeLine } from './challenge-line.js';
import { escalateChallenge } from './escalate-challenge.js';
import { raiseChallenge } from './raise-challenge.js';
import { resolveChallenge } from './resolve-challenge.js';
import { withdrawChallenge } from './withdraw-challenge.js';

/** Everything of professional challenges that can be asked over HTTP. */
export function challengeRoutes(app: FastifyInstance): void {
  registerCommands(app, [
    raiseChallenge,
    answerChallenge,
    escalateChallenge,
    resolveChallenge,
    withdrawChallenge,
  ]);
  registerOnCase(app, {
    kind: 'challenge',
    schemas: ['ChallengesView', 'ChallengeView'],
    summaries: ['Challenges, the newest first', 'One challenge, with what was said at each stage'],
    line: challengeLine,
    childOf: ({ standing }) => (standing as ChallengeStanding).childId,
  });
}

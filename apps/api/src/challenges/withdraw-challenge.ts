import { command, ReasonBody } from '../command.js';

/** `POST /api/v1/challenges/:id/withdraw-challenge`. */
export const withdrawChallenge = command('challenges/withdraw-challenge', ReasonBody);

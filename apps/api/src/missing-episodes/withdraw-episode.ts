import { command, ReasonBody } from '../command.js';

/** `POST /api/v1/missing-episodes/:id/withdraw-episode`. */
export const withdrawEpisode = command('missing-episodes/withdraw-episode', ReasonBody);

import type { FastifyInstance } from 'fastify';
import { registerCommands } from '../command.js';
import { recordEpisode } from './record-episode.js';

/** Everything of missing episodes that can be asked over HTTP. */
export function missingEpisodeRoutes(app: FastifyInstance): void {
  registerCommands(app, [recordEpisode]);
}

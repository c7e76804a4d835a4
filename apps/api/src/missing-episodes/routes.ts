import type { FastifyInstance } from 'fastify';
import { registerCommands } from '../command.js';

/** Everything of this topic that can be asked over HTTP. */
export function missingEpisodeRoutes(app: FastifyInstance): void {
  registerCommands(app, []);
}

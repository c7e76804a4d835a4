import type { FastifyInstance } from 'fastify';
import { registerCommands } from '../command.js';

/** Everything of this topic that can be asked over HTTP. */
export function sittingRoutes(app: FastifyInstance): void {
  registerCommands(app, []);
}

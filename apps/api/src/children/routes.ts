import type { FastifyInstance } from 'fastify';
import { registerCommands } from '../command.js';
import { recordChild } from './record-child.js';
import { recordStatus } from './record-status.js';

/** Everything of children on the books that can be asked over HTTP. */
export function childRoutes(app: FastifyInstance): void {
  registerCommands(app, [recordChild, recordStatus]);
}

import type { FastifyInstance } from 'fastify';
import { registerCommands } from '../command.js';
import { addAgency } from './add-agency.js';

/** Everything of agencies that can be asked over HTTP. */
export function agencyRoutes(app: FastifyInstance): void {
  registerCommands(app, [addAgency]);
}

import type { FastifyInstance } from 'fastify';
import { registerCommands } from '../command.js';
import { addUser } from './add-user.js';
import { changeRole } from './change-role.js';
import { endAccess } from './end-access.js';

/** Everything of accounts that can be asked over HTTP. */
export function userRoutes(app: FastifyInstance): void {
  registerCommands(app, [addUser, changeRole, endAccess]);
}

import type { FastifyInstance } from 'fastify';
import { registerCommands } from '../command.js';
import { registerView } from '../record-view.js';
import { addUser } from './add-user.js';
import { changeRole } from './change-role.js';
import { endAccess } from './end-access.js';
import { listUsers, userLine } from './list.js';

/** Everything of accounts that can be asked over HTTP. */
export function userRoutes(app: FastifyInstance): void {
  registerCommands(app, [addUser, changeRole, endAccess]);
  listUsers(app);
  registerView(app, {
    kind: 'user',
    schema: 'UserView',
    summary: 'One person with an account',
    show: ({ record }) => userLine(record),
    persons: () => [],
  });
}

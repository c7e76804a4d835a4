import type { FastifyInstance } from 'fastify';
import { registerCommands } from '../command.js';
import { registerView } from '../record-view.js';
import { addUser } from './add-user.js';
import { awayLines } from './away-lines.js';
import { changeRole } from './change-role.js';
import { delegate } from './delegate.js';
import { endAbsence } from './end-absence.js';
import { endAccess } from './end-access.js';
import { endDelegation } from './end-delegation.js';
import { listUsers, userLine } from './list.js';
import { recordAbsence } from './record-absence.js';

/** Everything of accounts that can be asked over HTTP. */
export function userRoutes(app: FastifyInstance): void {
  registerCommands(app, [addUser, changeRole, endAccess, recordAbsence, endAbsence, delegate, endDelegation]);
  listUsers(app);
  registerView(app, {
    kind: 'user',
    schema: 'UserView',
    summary: 'One person with an account',
    show: ({ record }, { now }) => ({ ...userLine(record), ...awayLines(record, now) }),
    persons: () => [],
  });
}

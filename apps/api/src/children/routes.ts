import type { FastifyInstance } from 'fastify';
import { registerCommands } from '../command.js';
import { registerView } from '../record-view.js';
import { childView } from './child-view.js';
import { listChildren } from './list.js';
import { recordChild } from './record-child.js';
import { recordStatus } from './record-status.js';
import { searchChildren } from './search.js';

/** Everything of children on the books that can be asked over HTTP. */
export function childRoutes(app: FastifyInstance): void {
  registerCommands(app, [recordChild, recordStatus]);
  listChildren(app);
  searchChildren(app);
  registerView(app, {
    kind: 'child',
    schema: 'ChildView',
    summary: 'One child on the books',
    show: childView,
    persons: ({ record }) => [record.id],
  });
}

import type { FastifyInstance } from 'fastify';
import { registerCommands } from '../command.js';
import { changeItem } from './change-item.js';
import { openItem } from './open-item.js';
import { recordPanelDecision } from './record-panel-decision.js';
import { viewItem } from './view.js';

/** Everything of agenda items that can be asked over HTTP. */
export function agendaItemRoutes(app: FastifyInstance): void {
  registerCommands(app, [changeItem, openItem, recordPanelDecision]);
  viewItem(app);
}

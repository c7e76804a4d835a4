import type { FastifyInstance } from 'fastify';
import { registerCommands } from '../command.js';
import { changeItem } from './change-item.js';
import { confirmConnection } from './confirm-connection.js';
import { correctEntry } from './correct-entry.js';
import { declareItemConnection } from './declare-item-connection.js';
import { dismissConnection } from './dismiss-connection.js';
import { itemInvitation } from './invitation.js';
import { openItem } from './open-item.js';
import { ratifyDecision } from './ratify-decision.js';
import { recordNote } from './record-note.js';
import { recordPanelDecision } from './record-panel-decision.js';
import { takeOffAgenda } from './take-off-agenda.js';
import { viewItem } from './view.js';
import { withdrawItemConnection } from './withdraw-item-connection.js';

/** Everything of agenda items that can be asked over HTTP. */
export function agendaItemRoutes(app: FastifyInstance): void {
  registerCommands(app, [
    changeItem,
    takeOffAgenda,
    openItem,
    recordNote,
    declareItemConnection,
    confirmConnection,
    dismissConnection,
    withdrawItemConnection,
    recordPanelDecision,
    ratifyDecision,
    correctEntry,
  ]);
  viewItem(app);
  itemInvitation(app);
}

import type { FastifyInstance } from 'fastify';
import { registerCommands } from '../command.js';
import { acceptAction } from './accept-action.js';
import { addAction } from './add-action.js';
import { answerEscalation } from './answer-escalation.js';
import { changeAction } from './change-action.js';
import { declineAction } from './decline-action.js';
import { endAction } from './end-action.js';
import { escalateAction } from './escalate-action.js';
import { listActions } from './list.js';
import { listSimilar } from './similar.js';
import { viewAction } from './view.js';

/** Everything of the actions of a plan that can be asked over HTTP. */
export function planActionRoutes(app: FastifyInstance): void {
  registerCommands(app, [
    addAction,
    changeAction,
    acceptAction,
    declineAction,
    endAction,
    escalateAction,
    answerEscalation,
  ]);
  listActions(app);
  listSimilar(app);
  viewAction(app);
}

import { personStrand } from '@mase/workflow';
import type { FastifyInstance } from 'fastify';
import { registerCommands } from '../command.js';
import { ofNomination } from '../strand-cases/accept-and-decline.js';
import { sharedCommands } from '../strand-cases/shared-commands.js';
import { readStrand } from '../strand-cases/strand-routes.js';
import { answerForChild } from './answer-for-child.js';
import { askCareManager } from './ask-care-manager.js';
import { decidePrinting } from './decide-printing.js';
import { nominate } from './nominate.js';
import { recordChildTold } from './record-child-told.js';
import { recordInvestigation } from './record-investigation.js';

/** Everything of cases about persons of concern that can be asked over HTTP. */
export function personCaseRoutes(app: FastifyInstance): void {
  registerCommands(app, [
    nominate,
    ...ofNomination,
    ...sharedCommands.map(({ person }) => person),
    askCareManager,
    answerForChild,
    recordInvestigation,
    recordChildTold,
    decidePrinting,
  ]);
  readStrand(app, personStrand);
}

import { locationStrand } from '@mase/workflow';
import type { FastifyInstance } from 'fastify';
import { registerCommands } from '../command.js';
import { ofReport } from '../strand-cases/accept-and-decline.js';
import { sharedCommands } from '../strand-cases/shared-commands.js';
import { readStrand } from '../strand-cases/strand-routes.js';
import { report } from './report.js';

/** Everything of cases about locations that can be asked over HTTP. */
export function locationCaseRoutes(app: FastifyInstance): void {
  registerCommands(app, [report, ...ofReport, ...sharedCommands.map(({ location }) => location)]);
  readStrand(app, locationStrand);
}

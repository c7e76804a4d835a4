import type { FastifyInstance } from 'fastify';
import { registerCommands } from '../command.js';
import { registerView } from '../record-view.js';
import { addAgency } from './add-agency.js';
import { agencyLine, listAgencies } from './list.js';

/** Everything of agencies that can be asked over HTTP. */
export function agencyRoutes(app: FastifyInstance): void {
  registerCommands(app, [addAgency]);
  listAgencies(app);
  registerView(app, {
    kind: 'agency',
    schema: 'AgencyView',
    summary: 'One agency',
    show: ({ record }) => agencyLine(record),
    persons: () => [],
  });
}

import type { ServiceEpisodeStanding } from '@mase/workflow';
import type { FastifyInstance } from 'fastify';
import { registerCommands } from '../command.js';
import { registerOnCase } from '../on-case.js';
import { acceptService, declineService } from './answer-service.js';
import { carryService, endService, startService } from './lead-service.js';
import { referService } from './refer-service.js';
import { serviceLine } from './service-line.js';

/** Everything of services to children that can be asked over HTTP. */
export function serviceEpisodeRoutes(app: FastifyInstance): void {
  registerCommands(app, [
    referService,
    acceptService,
    declineService,
    startService,
    endService,
    carryService,
  ]);
  registerOnCase(app, {
    kind: 'serviceEpisode',
    schemas: ['ServiceEpisodesView', 'ServiceEpisodeView'],
    summaries: ['Services to children, the newest first', 'One service to a child'],
    line: serviceLine,
    childOf: ({ standing }) => (standing as ServiceEpisodeStanding).childId,
  });
}

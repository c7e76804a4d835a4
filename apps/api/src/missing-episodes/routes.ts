import type { MissingEpisodeStanding } from '@mase/workflow';
import type { FastifyInstance } from 'fastify';
import { episodeLine } from '../children/child-view.js';
import { registerCommands } from '../command.js';
import { registerView } from '../record-view.js';
import { listEpisodes } from './list.js';
import { recordEpisode } from './record-episode.js';
import { recordReturn } from './record-return.js';

/** Everything of missing episodes that can be asked over HTTP. */
export function missingEpisodeRoutes(app: FastifyInstance): void {
  registerCommands(app, [recordEpisode, recordReturn]);
  listEpisodes(app);
  registerView(app, {
    kind: 'missingEpisode',
    schema: 'MissingEpisodeView',
    summary: 'One missing episode',
    show: ({ record }) => episodeLine(record),
    persons: ({ record }) => [(record.standing as MissingEpisodeStanding).childId],
  });
}

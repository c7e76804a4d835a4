import { type MissingEpisodeStanding, readsInterviews } from '@mase/workflow';
import type { FastifyInstance } from 'fastify';
import { registerCommands } from '../command.js';
import { registerView } from '../record-view.js';
import { workersHad } from '../workers-had.js';
import { changeKind } from './change-kind.js';
import { decideReport } from './decide-report.js';
import { episodeView } from './episode-view.js';
import { listEpisodes } from './list.js';
import { missingNow } from './missing-now.js';
import { recordEpisode } from './record-episode.js';
import { recordNotOffered } from './record-not-offered.js';
import { recordPreventionInterview } from './record-prevention-interview.js';
import { recordReturn } from './record-return.js';
import { recordSearch } from './record-search.js';
import { reportMissing } from './report-missing.js';
import { tellArea } from './tell-area.js';
import { withdrawEpisode } from './withdraw-episode.js';

/** Everything of missing episodes that can be asked over HTTP. */
export function missingEpisodeRoutes(app: FastifyInstance): void {
  registerCommands(app, [recordEpisode, reportMissing, recordSearch, changeKind, decideReport, recordReturn]);
  registerCommands(app, [recordPreventionInterview, recordNotOffered, tellArea, withdrawEpisode]);
  listEpisodes(app);
  missingNow(app);
  registerView(app, {
    kind: 'missingEpisode',
    schema: 'MissingEpisodeView',
    summary: 'One missing episode',
    show: (opened, asking) => ({
      ...episodeView(opened),
      // An interview that the reader may not open is not led to.
      ...(readsInterviews(asking.actor) ? {} : { offered: null }),
      workers: workersHad(opened.parent, asking),
    }),
    persons: ({ record }) => [(record.standing as MissingEpisodeStanding).childId],
  });
}

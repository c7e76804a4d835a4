import { findWhoKnewReach } from '@mase/store';
import { type LinkStanding, recordsJoined } from '@mase/workflow';
import type { FastifyInstance } from 'fastify';
import { registerCommands } from '../command.js';
import { registerView } from '../record-view.js';
import { writtenView } from '../written-view.js';
import { acknowledgeLink } from './acknowledge-link.js';
import { gradeLink } from './grade-link.js';
import { linkLine, titlesOfEnds, toldWords } from './link-view.js';
import { listLinks } from './list-links.js';
import { neighbours } from './neighbours.js';
import { recordLink } from './record-link.js';
import { renewLink } from './renew-link.js';
import { reviewLink } from './review-link.js';
import { shared } from './shared.js';
import { withdrawLink } from './withdraw-link.js';

/** Everything of links that can be asked over HTTP. */
export function linkRoutes(app: FastifyInstance): void {
  registerCommands(app, [recordLink, gradeLink, reviewLink, renewLink, withdrawLink, acknowledgeLink]);
  listLinks(app);
  neighbours(app);
  shared(app);
  registerView(app, {
    kind: 'link',
    schema: 'LinkView',
    summary: 'One link: which two it joins, how, since when, its grade and what was said of it',
    show: async ({ record, classes, written, names }, _asking, tx) => ({
      ...linkLine(record, classes, await titlesOfEnds(tx, [record])),
      toldWords: toldWords(written),
      mayAskWhoKnew: (await findWhoKnewReach(tx, record.id)) !== null,
      written: writtenView(written),
      names,
    }),
    persons: ({ record }) => recordsJoined(record.standing as LinkStanding),
  });
}

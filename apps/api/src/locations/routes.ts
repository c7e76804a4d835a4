import { locationStrand } from '@mase/workflow';
import type { FastifyInstance } from 'fastify';
import { registerCommands } from '../command.js';
import { registerView } from '../record-view.js';
import { joinLocations } from '../strand-records/joining.js';
import { viewStrandMatches } from '../strand-records/possible-matches.js';
import { strandRecordView } from '../strand-records/record-views.js';
import { searchStrand } from '../strand-records/search.js';
import { placePicture } from './picture.js';
import { recordLocationDetails } from './record-details.js';
import { recordPrevention } from './record-prevention.js';

/** Everything of what and where locations are that can be asked over HTTP. */
export function locationRoutes(app: FastifyInstance): void {
  registerCommands(app, [recordLocationDetails, recordPrevention, ...joinLocations]);
  placePicture(app);
  searchStrand(app, locationStrand);
  viewStrandMatches(app, locationStrand);
  registerView(app, {
    kind: 'location',
    schema: 'LocationView',
    summary: 'What and where a place is, who is responsible for it, and what can be done there',
    show: (opened, asking) => strandRecordView(opened, asking),
    persons: ({ record }) => [record.id],
  });
}

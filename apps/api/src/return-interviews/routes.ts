import type { ReturnInterviewStanding } from '@mase/workflow';
import type { FastifyInstance } from 'fastify';
import { registerCommands } from '../command.js';
import { registerView } from '../record-view.js';
import { closeOffer } from './close-offer.js';
import { interviewView } from './interview-view.js';
import { listInterviews } from './list.js';
import { offerInterview } from './offer-interview.js';
import { recordInterview } from './record-interview.js';

/** Everything of return home interviews that can be asked over HTTP. */
export function returnInterviewRoutes(app: FastifyInstance): void {
  registerCommands(app, [offerInterview, recordInterview, closeOffer]);
  listInterviews(app);
  registerView(app, {
    kind: 'returnInterview',
    schema: 'ReturnInterviewView',
    summary: 'One return home interview',
    show: interviewView,
    persons: ({ record }) => [(record.standing as ReturnInterviewStanding).childId],
  });
}

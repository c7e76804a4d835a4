import type { FastifyInstance } from 'fastify';
import { getJourney } from './get-journey.js';
import { getPeerReview } from './peer-review.js';

/** The child's journey as a document, and the journeys of chosen cases without names. */
export function journeyRoutes(app: FastifyInstance): void {
  getJourney(app);
  getPeerReview(app);
}

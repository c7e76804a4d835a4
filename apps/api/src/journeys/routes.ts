import type { FastifyInstance } from 'fastify';
import { getJourney } from './get-journey.js';
import { listJourneyCopies, openJourneyCopy } from './journey-copies.js';

/** The child's journey as a document: numbered copies, to whom they were given, and each as it was issued. */
export function journeyRoutes(app: FastifyInstance): void {
  getJourney(app);
  listJourneyCopies(app);
  openJourneyCopy(app);
}

import type { FastifyInstance } from 'fastify';
import { listInstruments } from './list.js';

/** Everything of instruments that can be asked over HTTP. */
export function instrumentRoutes(app: FastifyInstance): void {
  listInstruments(app);
}

import type { FastifyInstance } from 'fastify';
import { listAsItWas } from './list.js';
import { recordAsItWas } from './record.js';

/** The books as they were at a past instant, mapped to the last sealed position before it. */
export function asItWasRoutes(app: FastifyInstance): void {
  listAsItWas(app);
  recordAsItWas(app);
}

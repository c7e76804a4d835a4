import type { FastifyInstance } from 'fastify';
import { looksAtChild } from './looks-at-child.js';
import { unusualLookingRoutes } from './unusual-looking.js';

/** Everything that can be asked over HTTP of who looked at whom. */
export function lookRoutes(app: FastifyInstance): void {
  looksAtChild(app);
  unusualLookingRoutes(app);
}

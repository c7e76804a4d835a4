import type { FastifyInstance } from 'fastify';
import { getPack } from './get-pack.js';
import { listCopies } from './list-copies.js';
import { openIssuedCopy } from './open-copy.js';
import { viewActionLog } from './view-action-log.js';

/** The papers of a sitting: pack, agenda and minutes, one numbered copy a recipient. */
export function packRoutes(app: FastifyInstance): void {
  getPack(app);
  listCopies(app);
  openIssuedCopy(app);
  viewActionLog(app);
}

import type { FastifyInstance } from 'fastify';
import { registerCommands } from '../command.js';
import { approveDisposal } from './approve-disposal.js';
import { carryOut } from './carry-out.js';
import { getCertificate } from './certificate.js';
import { listDueForReview } from './due-for-review.js';
import { listDisposals } from './list.js';
import { proposeDisposal } from './propose-disposal.js';
import { refuseDisposal } from './refuse-disposal.js';
import { viewDisposal } from './view.js';
import { withdrawDisposal } from './withdraw-disposal.js';

/** Everything of disposals that can be asked over HTTP. */
export function disposalRoutes(app: FastifyInstance): void {
  registerCommands(app, [proposeDisposal, approveDisposal, refuseDisposal, withdrawDisposal, carryOut]);
  listDisposals(app);
  listDueForReview(app);
  viewDisposal(app);
  getCertificate(app);
}

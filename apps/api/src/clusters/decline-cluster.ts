import { command, ReasonBody } from '../command.js';

/** `POST /api/v1/clusters/:id/decline-cluster`. */
export const declineCluster = command('clusters/decline-cluster', ReasonBody);

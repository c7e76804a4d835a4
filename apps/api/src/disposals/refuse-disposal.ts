import { command, ReasonBody } from '../command.js';

/** `POST /api/v1/disposals/:id/refuse-disposal`. */
export const refuseDisposal = command('disposals/refuse-disposal', ReasonBody);

import { command, ReasonBody } from '../command.js';

/** `POST /api/v1/disposals/:id/withdraw-disposal`. */
export const withdrawDisposal = command('disposals/withdraw-disposal', ReasonBody);

import { CommandBody, command } from '../command.js';

/** `POST /api/v1/disposals/:id/approve-disposal`: by somebody else than who proposed it. */
export const approveDisposal = command('disposals/approve-disposal', CommandBody);

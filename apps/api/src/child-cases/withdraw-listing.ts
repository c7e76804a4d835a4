import { command, ReasonBody } from '../command.js';

/** `POST /api/v1/child-cases/:id/withdraw-listing`. */
export const withdrawListing = command('child-cases/withdraw-listing', ReasonBody);

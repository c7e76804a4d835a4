import { command, ReasonBody } from '../command.js';

/** `POST /api/v1/links/:id/withdraw-link`. */
export const withdrawLink = command('links/withdraw-link', ReasonBody);

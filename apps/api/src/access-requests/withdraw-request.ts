import { command, ReasonBody } from '../command.js';

/** `POST /api/v1/access-requests/:id/withdraw-request`: the requester has taken it back. */
export const withdrawRequest = command('access-requests/withdraw-request', ReasonBody);

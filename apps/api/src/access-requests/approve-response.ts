import { CommandBody, command } from '../command.js';

/** `POST /api/v1/access-requests/:id/approve-response`: by somebody who has decided on no item. */
export const approveResponse = command('access-requests/approve-response', CommandBody);

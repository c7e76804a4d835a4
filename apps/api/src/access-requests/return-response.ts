import { command, ReasonBody } from '../command.js';

/** `POST /api/v1/access-requests/:id/return-response`: items are decided again. */
export const returnResponse = command('access-requests/return-response', ReasonBody);

import { command, ReasonBody } from '../command.js';

/** `POST /api/v1/information-requests/:id/withdraw-request`. */
export const withdrawInformationRequest = command('information-requests/withdraw-request', ReasonBody);

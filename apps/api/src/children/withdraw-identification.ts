import { command, ReasonBody } from '../command.js';

/** `POST /api/v1/children/:id/withdraw-identification`. */
export const withdrawIdentification = command('children/withdraw-identification', ReasonBody);

import { command, ReasonBody } from '../command.js';

/** `POST /api/v1/users/:id/end-access`. */
export const endAccess = command('users/end-access', ReasonBody);

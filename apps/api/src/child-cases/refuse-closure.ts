import { command, ReasonBody } from '../command.js';

/** `POST /api/v1/child-cases/:id/refuse-closure`. */
export const refuseClosure = command('child-cases/refuse-closure', ReasonBody);

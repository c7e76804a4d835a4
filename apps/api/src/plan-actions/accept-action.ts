import { CommandBody, command } from '../command.js';

/** `POST /api/v1/plan-actions/:id/accept-action`. */
export const acceptAction = command('plan-actions/accept-action', CommandBody);

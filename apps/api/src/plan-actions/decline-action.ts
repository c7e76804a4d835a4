import { command, ReasonBody } from '../command.js';

/** `POST /api/v1/plan-actions/:id/decline-action`. */
export const declineAction = command('plan-actions/decline-action', ReasonBody);

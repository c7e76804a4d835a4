import { command, ReasonBody } from '../command.js';

/** `POST /api/v1/intelligence-requirements/:id/withdraw-requirement`. */
export const withdrawRequirement = command('intelligence-requirements/withdraw-requirement', ReasonBody);

import { command, ReasonBody } from '../command.js';

/** `POST /api/v1/partner-figures/:id/withdraw-figures`. */
export const withdrawFigures = command('partner-figures/withdraw-figures', ReasonBody);

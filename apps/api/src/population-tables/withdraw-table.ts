import { command, ReasonBody } from '../command.js';

/** `POST /api/v1/population-tables/:id/withdraw-table`. */
export const withdrawTable = command('population-tables/withdraw-table', ReasonBody);

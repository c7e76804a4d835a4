import { WithdrawEntryBody } from '../child-cases/withdraw-entry.js';
import { command } from '../command.js';

/** `POST /api/v1/children/:id/withdraw-entry`. */
export const withdrawEntry = command('children/withdraw-entry', WithdrawEntryBody);

import { command, ReasonBody } from '../command.js';

/** `POST /api/v1/intelligence/:id/reject`. */
export const rejectReport = command('intelligence/reject', ReasonBody);

/** `POST /api/v1/intelligence/:id/withdraw-report`. */
export const withdrawReport = command('intelligence/withdraw-report', ReasonBody);

/** `POST /api/v1/intelligence/:id/refer-source`. */
export const referSource = command('intelligence/refer-source', ReasonBody);

import { CommandBody, command, ReasonBody } from '../command.js';

/** `POST /api/v1/exports/:id/approve-export`: by somebody else than who asked for it. */
export const approveExport = command('exports/approve-export', CommandBody);

/** `POST /api/v1/exports/:id/refuse-export`: by somebody else than who asked for it. */
export const refuseExport = command('exports/refuse-export', ReasonBody);

/** `POST /api/v1/exports/:id/withdraw-export`: by who asked for it. */
export const withdrawExport = command('exports/withdraw-export', ReasonBody);

/** `POST /api/v1/exports/:id/begin-download`: from now on the file can be fetched, once. */
export const beginDownload = command('exports/begin-download', CommandBody);

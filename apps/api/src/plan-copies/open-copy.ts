import { CommandBody, command } from '../command.js';

/** `POST /api/v1/plan-copies/:id/open-copy`: the receipt of the copy. */
export const openCopy = command('plan-copies/open-copy', CommandBody);

import { command, ReasonBody } from '../command.js';

/** `POST /api/v1/panels/:id/close-panel`. */
export const closePanel = command('panels/close-panel', ReasonBody);

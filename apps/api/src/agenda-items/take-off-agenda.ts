import { command, ReasonBody } from '../command.js';

/** `POST /api/v1/agenda-items/:id/take-off-agenda`: an item leaves the agenda before its decision; its case stays on the list. */
export const takeOffAgenda = command('agenda-items/take-off-agenda', ReasonBody);

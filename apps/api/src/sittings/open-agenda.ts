import { CommandBody, command } from '../command.js';

/** `POST /api/v1/sittings/:id/open-agenda`. */
export const openAgenda = command('sittings/open-agenda', CommandBody);

import { CommandBody, command } from '../command.js';

/** `POST /api/v1/sittings/:id/agree-minutes`. */
export const agreeMinutes = command('sittings/agree-minutes', CommandBody);

import { CommandBody, command } from '../command.js';

/** `POST /api/v1/sittings/:id/end-sitting`. */
export const endSitting = command('sittings/end-sitting', CommandBody);

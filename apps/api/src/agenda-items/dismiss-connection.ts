import { command } from '../command.js';
import { addSigns, FoundConnectionBody } from './found-body.js';

/** `POST /api/v1/agenda-items/:id/dismiss-connection`: the chair alone answers what was found. */
export const dismissConnection = {
  ...command('agenda-items/dismiss-connection', FoundConnectionBody),
  prepare: addSigns,
};

import { command } from '../command.js';
import { addSigns, FoundConnectionBody } from './found-body.js';

/** `POST /api/v1/agenda-items/:id/confirm-connection`: the chair alone answers what was found. */
export const confirmConnection = {
  ...command('agenda-items/confirm-connection', FoundConnectionBody),
  prepare: addSigns,
};

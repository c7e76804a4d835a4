import { command } from '../command.js';
import { addSigns, FoundConnectionBody } from './found-body.js';

/** A connection that was found is one: the person reads nothing of the item and its papers from then on. */
export class ConfirmConnectionBody extends FoundConnectionBody {}

/** `POST /api/v1/agenda-items/:id/confirm-connection`: the chair alone answers what was found. */
export const confirmConnection = {
  ...command('agenda-items/confirm-connection', ConfirmConnectionBody),
  prepare: addSigns,
};

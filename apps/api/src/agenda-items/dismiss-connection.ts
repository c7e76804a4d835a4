import { command } from '../command.js';
import { addSigns, FoundConnectionBody } from './found-body.js';

/** A connection that was found is none. */
export class DismissConnectionBody extends FoundConnectionBody {}

/** `POST /api/v1/agenda-items/:id/dismiss-connection`: the chair alone answers what was found. */
export const dismissConnection = {
  ...command('agenda-items/dismiss-connection', DismissConnectionBody),
  prepare: addSigns,
};

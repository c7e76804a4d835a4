import { CommandBody, command } from '../command.js';
import { findGiven } from '../packs/letters-out.js';

/** `POST /api/v1/sittings/:id/end-sitting`: with an action given, of whichever part, the time for letters begins. */
export const endSitting = { ...command('sittings/end-sitting', CommandBody), prepare: findGiven };

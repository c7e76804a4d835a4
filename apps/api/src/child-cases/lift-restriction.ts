import { command, ReasonBody } from '../command.js';

/** `POST /api/v1/child-cases/:id/lift-restriction`: the rules of practice say again who reads it. */
export const liftRestriction = command('child-cases/lift-restriction', ReasonBody);

import type { EndAbsencePayload } from '@mase/workflow';
import { CommandBody, command } from '../command.js';
import { Id } from '../fields.js';

/** The absence that is over, or does not come about. */
export class EndAbsenceBody extends CommandBody implements EndAbsencePayload {
  @Id()
  absenceId: string;
}

/** `POST /api/v1/users/:id/end-absence`. */
export const endAbsence = command('users/end-absence', EndAbsenceBody);

import { type AbsenceReason, absenceReasons, type RecordAbsencePayload } from '@mase/workflow';
import { CommandBody, command } from '../command.js';
import { Id, Instant, OneOf, Optional } from '../fields.js';

/** From when until when somebody is away, and who stands in; nobody named: the manager of the team. */
export class RecordAbsenceBody extends CommandBody implements RecordAbsencePayload {
  @Instant()
  from: string;

  @Instant()
  until: string;

  @OneOf(absenceReasons)
  reason: AbsenceReason;

  @Optional()
  @Id()
  standInId?: string;
}

/** `POST /api/v1/users/:id/record-absence`. */
export const recordAbsence = command('users/record-absence', RecordAbsenceBody);

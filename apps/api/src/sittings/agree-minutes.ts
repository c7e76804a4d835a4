import type { AgreeMinutesPayload } from '@mase/workflow';
import { CommandBody, command } from '../command.js';
import { Id, Optional } from '../fields.js';

/** The sitting in session at which the minutes are agreed; without it the chair agrees them between sittings. */
export class AgreeMinutesBody extends CommandBody implements AgreeMinutesPayload {
  @Optional()
  @Id()
  sittingId?: string;
}

/** `POST /api/v1/sittings/:id/agree-minutes`. */
export const agreeMinutes = command('sittings/agree-minutes', AgreeMinutesBody);

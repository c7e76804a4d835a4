import type { WithdrawIncidentPayload } from '@mase/workflow';
import { CommandBody, command } from '../command.js';
import { Text } from '../fields.js';

/** Why an incident is taken off the books: it never was, or stands there twice. */
export class WithdrawIncidentBody extends CommandBody implements WithdrawIncidentPayload {
  @Text(1000)
  reason: string;
}

/** `POST /api/v1/incidents/:id/withdraw-incident`. */
export const withdrawIncident = command('incidents/withdraw-incident', WithdrawIncidentBody);

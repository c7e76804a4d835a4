import type { ChangeIncidentPayload } from '@mase/workflow';
import { command } from '../command.js';
import { Text } from '../fields.js';
import { IncidentFactsBody } from './incident-body.js';

/** What the incident is from now on, whole, and why it is changed. */
export class ChangeIncidentBody extends IncidentFactsBody implements ChangeIncidentPayload {
  @Text(1000)
  reason: string;
}

/** `POST /api/v1/incidents/:id/change-incident`. */
export const changeIncident = command('incidents/change-incident', ChangeIncidentBody);

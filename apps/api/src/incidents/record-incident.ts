import type { IncidentOutcome, RecordIncidentPayload } from '@mase/workflow';
import { command } from '../command.js';
import { Day, Optional, Part, Text, Truth } from '../fields.js';
import { IncidentFactsBody } from './incident-body.js';

/** An outcome of the police and the day from which it holds. */
export class IncidentOutcomeBody implements IncidentOutcome {
  @Text(10)
  code: string;

  @Day()
  on: string;
}

/** A crime or non-crime with the marker of child sexual exploitation, by the force's own number. */
export class RecordIncidentBody extends IncidentFactsBody implements RecordIncidentPayload {
  @Text(60)
  force: string;

  @Text(40)
  reference: string;

  @Optional()
  @Part(() => IncidentOutcomeBody)
  outcome?: IncidentOutcomeBody;

  @Optional()
  @Truth()
  another?: boolean;
}

/** `POST /api/v1/incidents/record-incident`. */
export const recordIncident = command('incidents/record-incident', RecordIncidentBody);

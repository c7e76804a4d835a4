import { type LinkPartPayload, partiesKept } from '@mase/workflow';
import { CommandBody, command } from '../command.js';
import { Id, Optional, Whole } from '../fields.js';

/** Which person of concern is which of the offenders of an incident, counted from 1; or which location its place is. */
export class LinkPartBody extends CommandBody implements LinkPartPayload {
  @Id()
  incidentId: string;

  @Optional()
  @Id()
  personId?: string;

  @Optional()
  @Whole(1, partiesKept)
  offender?: number;

  @Optional()
  @Id()
  locationId?: string;
}

/** `POST /api/v1/incident-parts/link-part`. */
export const linkPart = command('incident-parts/link-part', LinkPartBody);

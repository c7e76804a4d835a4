import { type LinkVictimPayload, partiesKept } from '@mase/workflow';
import { CommandBody, command } from '../command.js';
import { Id, Whole } from '../fields.js';

/** Which child is which of the victims of an incident, counted from 1. */
export class LinkVictimBody extends CommandBody implements LinkVictimPayload {
  @Id()
  childId: string;

  @Id()
  incidentId: string;

  @Whole(1, partiesKept)
  victim: number;
}

/** `POST /api/v1/incident-victims/link-victim`. */
export const linkVictim = command('incident-victims/link-victim', LinkVictimBody);

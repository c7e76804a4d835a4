import {
  locationSuspensions,
  type MappaLevel,
  mappaLevels,
  personSuspensions,
  type StrandSuspension,
  type SuspendStrandPayload,
} from '@mase/workflow';
import { CommandBody } from '../command.js';
import { Day, OneOf, Optional, Text } from '../fields.js';
import { ofBothStrands } from './of-both-strands.js';

/** Why the work waits and until when; in custody with the offender manager and the MAPPA level. */
export class SuspendStrandBody extends CommandBody implements SuspendStrandPayload {
  @OneOf([...personSuspensions, ...locationSuspensions])
  reason: StrandSuspension;

  @Text(5000)
  words: string;

  @Optional()
  @Day()
  releaseOn?: string;

  @Optional()
  @Day()
  checkBy?: string;

  @Optional()
  @Text(200)
  offenderManager?: string;

  @Optional()
  @OneOf(mappaLevels)
  mappa?: MappaLevel;
}

/** `POST /api/v1/person-cases/:id/suspend`, and the same of `location-cases`. */
export const suspendStrand = ofBothStrands('suspend', SuspendStrandBody);

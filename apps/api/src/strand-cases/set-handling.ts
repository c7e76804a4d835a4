import { type Handling, handlings, type SetHandlingPayload } from '@mase/workflow';
import { CommandBody } from '../command.js';
import { Ids, OneOf, Optional, Text } from '../fields.js';
import { ofBothStrands } from './of-both-strands.js';

/** P, or C with its conditions and who reads by name. */
export class SetHandlingBody extends CommandBody implements SetHandlingPayload {
  @OneOf(handlings)
  handling: Handling;

  @Text(5000)
  reason: string;

  @Optional()
  @Text(5000)
  conditions?: string;

  @Optional()
  @Ids(20)
  readers?: string[];
}

/** `POST /api/v1/person-cases/:id/set-handling`, and the same of `location-cases`. */
export const setHandling = ofBothStrands('set-handling', SetHandlingBody);

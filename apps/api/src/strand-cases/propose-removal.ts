import {
  locationRemovals,
  type ProposeRemovalPayload,
  personRemovals,
  type RemovalReason,
} from '@mase/workflow';
import { CommandBody } from '../command.js';
import { OneOf, Optional, Text } from '../fields.js';
import { ofBothStrands } from './of-both-strands.js';

/** Why the listing is to end, and who was told where it moves. */
export class ProposeRemovalBody extends CommandBody implements ProposeRemovalPayload {
  @OneOf([...new Set([...personRemovals, ...locationRemovals])])
  reason: RemovalReason;

  @Text(5000)
  words: string;

  @Optional()
  @Text(2000)
  told?: string;
}

/** `POST /api/v1/person-cases/:id/propose-removal`, and the same of `location-cases`. */
export const proposeRemoval = ofBothStrands('propose-removal', ProposeRemovalBody);

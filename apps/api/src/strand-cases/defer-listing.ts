import type { DeferListingPayload } from '@mase/workflow';
import { CommandBody } from '../command.js';
import { Day, Text } from '../fields.js';
import { ofBothStrands } from './of-both-strands.js';

/** Until when the listing waits, and why. */
export class DeferStrandListingBody extends CommandBody implements DeferListingPayload {
  @Text(5000)
  reason: string;

  @Day()
  until: string;
}

/** `POST /api/v1/person-cases/:id/defer-listing`, and the same of `location-cases`. */
export const deferListing = ofBothStrands('defer-listing', DeferStrandListingBody);

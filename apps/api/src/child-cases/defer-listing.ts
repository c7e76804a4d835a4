import type { DeferListingPayload } from '@mase/workflow';
import { CommandBody, command } from '../command.js';
import { Day, Text } from '../fields.js';

/** A listing put off to a day, with the reason. */
export class DeferListingBody extends CommandBody implements DeferListingPayload {
  @Text(2000)
  reason: string;

  @Day()
  until: string;
}

/** `POST /api/v1/child-cases/:id/defer-listing`. */
export const deferListing = command('child-cases/defer-listing', DeferListingBody);

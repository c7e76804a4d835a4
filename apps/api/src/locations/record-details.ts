import type { RecordLocationDetailsPayload } from '@mase/workflow';
import { command } from '../command.js';
import { Instant, Optional, Text } from '../fields.js';
import { DescribedLocation } from './location-description.js';

/** What more is known of a place, or known better, and how it came to be known. */
export class RecordLocationDetailsBody extends DescribedLocation implements RecordLocationDetailsPayload {
  @Text(2000)
  reason: string;

  @Optional()
  @Instant()
  happened?: string;
}

/** `POST /api/v1/locations/:id/record-details`. */
export const recordLocationDetails = command('locations/record-details', RecordLocationDetailsBody);

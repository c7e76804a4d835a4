import type { RecordPersonDetailsPayload } from '@mase/workflow';
import { command } from '../command.js';
import { Instant, Optional, Text } from '../fields.js';
import { DescribedPerson } from './person-description.js';

/** What more is known of a person, or known better, and how it came to be known. */
export class RecordPersonDetailsBody extends DescribedPerson implements RecordPersonDetailsPayload {
  @Text(2000)
  reason: string;

  @Optional()
  @Instant()
  happened?: string;
}

/** `POST /api/v1/persons/:id/record-details`. */
export const recordPersonDetails = command('persons/record-details', RecordPersonDetailsBody);

import { preventions, type RecordPreventionPayload } from '@mase/workflow';
import { CommandBody, command } from '../command.js';
import { Day, OneOf, Optional, Text, Whole } from '../fields.js';

/** Training, a briefing, a visit or a test at a place: when, for whom, how many. */
export class RecordPreventionBody extends CommandBody implements RecordPreventionPayload {
  @OneOf(preventions)
  kind: (typeof preventions)[number];

  @Day()
  on: string;

  @Text(300)
  audience: string;

  @Optional()
  @Whole(0, 10_000)
  attended?: number;

  @Text(5000)
  words: string;
}

/** `POST /api/v1/locations/:id/record-prevention`. */
export const recordPrevention = command('locations/record-prevention', RecordPreventionBody);

import type { CorrectStrandPayload } from '@mase/workflow';
import { CommandBody } from '../command.js';
import { Id, Text } from '../fields.js';
import { ofBothStrands } from './of-both-strands.js';

/** An entry that was wrong, the right words instead, and why. */
export class CorrectStrandRecordBody extends CommandBody implements CorrectStrandPayload {
  @Id()
  rowId: string;

  @Text(2000)
  reason: string;

  @Text(5000)
  words: string;
}

/** `POST /api/v1/person-cases/:id/correct-record`, and the same of `location-cases`. */
export const correctRecord = ofBothStrands('correct-record', CorrectStrandRecordBody);

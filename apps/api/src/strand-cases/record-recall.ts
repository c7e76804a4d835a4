import type { RecordRecallPayload } from '@mase/workflow';
import { CommandBody } from '../command.js';
import { Text } from '../fields.js';
import { ofBothStrands } from './of-both-strands.js';

/** Which copies came back or were destroyed, and which did not. */
export class RecordRecallBody extends CommandBody implements RecordRecallPayload {
  @Text(5000)
  words: string;
}

/** `POST /api/v1/person-cases/:id/record-recall`, and the same of `location-cases`. */
export const recordRecall = ofBothStrands('record-recall', RecordRecallBody);

import type { RecordChildToldPayload } from '@mase/workflow';
import { CommandBody, command } from '../command.js';
import { Id, OneOf, Text } from '../fields.js';

/** When, how and by whom children were told of an outcome, or why not. */
export class RecordChildToldBody extends CommandBody implements RecordChildToldPayload {
  @Id()
  outcomeId: string;

  @OneOf(['told', 'not-told'])
  told: 'told' | 'not-told';

  @Text(5000)
  words: string;
}

/** `POST /api/v1/person-cases/:id/record-child-told`. */
export const recordChildTold = command('person-cases/record-child-told', RecordChildToldBody);

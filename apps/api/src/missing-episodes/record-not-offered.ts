import { type NotOfferedReason, notOfferedReasons, type RecordNotOfferedPayload } from '@mase/workflow';
import { CommandBody, command } from '../command.js';
import { OneOf, Text } from '../fields.js';

/** Why no return home interview was offered. */
export class RecordNotOfferedBody extends CommandBody implements RecordNotOfferedPayload {
  @OneOf(notOfferedReasons)
  reason: NotOfferedReason;

  @Text(2000)
  words: string;
}

/** `POST /api/v1/missing-episodes/:id/record-not-offered`. */
export const recordNotOffered = command('missing-episodes/record-not-offered', RecordNotOfferedBody);

import type { AcknowledgeDangerPayload } from '@mase/workflow';
import { CommandBody, command } from '../command.js';
import { Text } from '../fields.js';

/** Somebody answers for the danger, and says what is being done. */
export class AcknowledgeDangerBody extends CommandBody implements AcknowledgeDangerPayload {
  @Text(5000)
  doing: string;
}

/** `POST /api/v1/child-cases/:id/acknowledge-danger`. */
export const acknowledgeDanger = command('child-cases/acknowledge-danger', AcknowledgeDangerBody);

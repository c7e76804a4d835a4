import type { ContinueAsAdultPayload } from '@mase/workflow';
import { CommandBody, command } from '../command.js';
import { Day, Text } from '../fields.js';

/** The decision to go on with somebody who is 18, until a day on which it is decided again. */
export class ContinueAsAdultBody extends CommandBody implements ContinueAsAdultPayload {
  @Text(5000)
  reasons: string;

  @Day()
  until: string;
}

/** `POST /api/v1/child-cases/:id/continue-as-adult`. */
export const continueAsAdult = command('child-cases/continue-as-adult', ContinueAsAdultBody);

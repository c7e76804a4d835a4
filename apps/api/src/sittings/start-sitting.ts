import type { StartSittingPayload } from '@mase/workflow';
import { CommandBody, command } from '../command.js';
import { Optional, Text } from '../fields.js';

/** The sitting begins; without a quorum, and on another day than the one it is fixed for, the chair says why. */
export class StartSittingBody extends CommandBody implements StartSittingPayload {
  @Optional()
  @Text(600)
  inquorateReason?: string;

  /** Why it starts on another day than the one it is fixed for. */
  @Optional()
  @Text(600)
  otherDayReason?: string;
}

/** `POST /api/v1/sittings/:id/start-sitting`. */
export const startSitting = command('sittings/start-sitting', StartSittingBody);

import type { StartSittingPayload } from '@mase/workflow';
import { CommandBody, command } from '../command.js';
import { Optional, Text } from '../fields.js';

/** The sitting begins; without a quorum the chair proceeds with a reason. */
export class StartSittingBody extends CommandBody implements StartSittingPayload {
  @Optional()
  @Text(600)
  inquorateReason?: string;
}

/** `POST /api/v1/sittings/:id/start-sitting`. */
export const startSitting = command('sittings/start-sitting', StartSittingBody);

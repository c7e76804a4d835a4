import type { AcceptTransferPayload } from '@mase/workflow';
import { CommandBody, command } from '../command.js';
import { Optional, Text } from '../fields.js';

/** A case that the receiving area takes on. */
export class AcceptTransferBody extends CommandBody implements AcceptTransferPayload {
  @Text(200)
  takenOnBy: string;

  @Optional()
  @Text(500)
  answeredBy?: string;

  @Optional()
  @Text(2000)
  handover?: string;
}

/** `POST /api/v1/child-cases/:id/accept-transfer`. */
export const acceptTransfer = command('child-cases/accept-transfer', AcceptTransferBody);

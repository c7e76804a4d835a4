import type { TransferOutPayload } from '@mase/workflow';
import { CommandBody, command } from '../command.js';
import { Day, Id, Optional, Text } from '../fields.js';

/** A case that moves with the child to another area, and what that area reads before it accepts. */
export class TransferOutBody extends CommandBody implements TransferOutPayload {
  @Text(200)
  area: string;

  @Optional()
  @Id()
  receiverId?: string;

  @Optional()
  @Text(500)
  contact?: string;

  @Day()
  movedOn: string;

  @Text(5000)
  reason: string;

  @Text(5000)
  needToKnow: string;

  @Text(500)
  power: string;
}

/** `POST /api/v1/child-cases/:id/transfer-out`. */
export const transferOut = command('child-cases/transfer-out', TransferOutBody);

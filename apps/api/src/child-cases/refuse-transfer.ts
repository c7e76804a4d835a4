import { type RefuseTransferPayload, type TransferAnswer, transferAnswers } from '@mase/workflow';
import { CommandBody, command } from '../command.js';
import { OneOf, Optional, Text } from '../fields.js';

/** A transfer that the receiving area refuses, or the sender withdraws. */
export class RefuseTransferBody extends CommandBody implements RefuseTransferPayload {
  @OneOf(transferAnswers)
  answer: TransferAnswer;

  @Text(5000)
  reason: string;

  @Optional()
  @Text(500)
  answeredBy?: string;
}

/** `POST /api/v1/child-cases/:id/refuse-transfer`. */
export const refuseTransfer = command('child-cases/refuse-transfer', RefuseTransferBody);

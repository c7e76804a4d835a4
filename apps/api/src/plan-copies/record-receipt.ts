import type { RecordReceiptPayload } from '@mase/workflow';
import { CommandBody, command } from '../command.js';
import { Optional, OwnWords, Text } from '../fields.js';

/** How a plain copy reached its reader, and what he or she said about it. */
export class RecordReceiptBody extends CommandBody implements RecordReceiptPayload {
  @Text(2000)
  how: string;

  @Optional()
  @OwnWords(2000)
  said?: string;
}

/** `POST /api/v1/plan-copies/:id/record-receipt`. */
export const recordReceipt = command('plan-copies/record-receipt', RecordReceiptBody);

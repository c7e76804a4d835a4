import type { WithdrawEntryPayload } from '@mase/workflow';
import { CommandBody, command } from '../command.js';
import { Id, Text } from '../fields.js';

/** An entry about somebody else, and how it came to stand here. */
export class WithdrawEntryBody extends CommandBody implements WithdrawEntryPayload {
  @Id()
  rowId: string;

  @Text(2000)
  reason: string;
}

/** `POST /api/v1/child-cases/:id/withdraw-entry`. */
export const withdrawEntry = command('child-cases/withdraw-entry', WithdrawEntryBody);

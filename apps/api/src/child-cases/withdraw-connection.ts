import type { WithdrawConnectionPayload } from '@mase/workflow';
import { command, ReasonBody } from '../command.js';
import { Id } from '../fields.js';

/** Whose connection was declared by mistake, or is none any more, and why. */
export class WithdrawConnectionBody extends ReasonBody implements WithdrawConnectionPayload {
  @Id()
  userId: string;
}

/** `POST /api/v1/child-cases/:id/withdraw-connection`. */
export const withdrawConnection = command('child-cases/withdraw-connection', WithdrawConnectionBody);

import type { SwapShiftPayload } from '@mase/workflow';
import { CommandBody, command } from '../command.js';
import { Id, Instant, Text } from '../fields.js';

/** Which shift goes from whom to whom, and why. */
export class SwapShiftBody extends CommandBody implements SwapShiftPayload {
  @Instant()
  from: string;

  @Id()
  userId: string;

  @Id()
  toId: string;

  @Text(2000)
  reason: string;
}

/** `POST /api/v1/duty-rotas/:id/swap-shift`. */
export const swapShift = command('duty-rotas/swap-shift', SwapShiftBody);

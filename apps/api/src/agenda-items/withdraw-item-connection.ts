import type { ItemConnectionPayload } from '@mase/workflow';
import { command, ReasonBody } from '../command.js';
import { Id } from '../fields.js';

/** A connection that was declared or confirmed of an item is none, or none any more. */
export class WithdrawItemConnectionBody extends ReasonBody implements ItemConnectionPayload {
  @Id()
  userId: string;
}

/** `POST /api/v1/agenda-items/:id/withdraw-item-connection`: the person reads the item again as the rules have it. */
export const withdrawItemConnection = command(
  'agenda-items/withdraw-item-connection',
  WithdrawItemConnectionBody,
);

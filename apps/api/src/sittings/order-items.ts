import type { Break, OrderItemsPayload } from '@mase/workflow';
import { CommandBody, command } from '../command.js';
import { Id, Ids, Optional, Parts, Whole } from '../fields.js';

/** A pause before an item. */
export class BreakBody implements Break {
  @Id()
  before: string;

  @Whole(1, 60)
  minutes: number;
}

/** The items of the agenda in a new order, and where the sitting pauses. */
export class OrderItemsBody extends CommandBody implements OrderItemsPayload {
  @Ids(100)
  order: string[];

  @Optional()
  @Parts(() => BreakBody, 6)
  breaks?: BreakBody[];
}

/** `POST /api/v1/sittings/:id/order-items`. */
export const orderItems = command('sittings/order-items', OrderItemsBody);

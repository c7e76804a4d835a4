import type { OrderItemsPayload } from '@mase/workflow';
import { CommandBody, command } from '../command.js';
import { Ids } from '../fields.js';

/** The items of the agenda in a new order. */
export class OrderItemsBody extends CommandBody implements OrderItemsPayload {
  @Ids(100)
  order: string[];
}

/** `POST /api/v1/sittings/:id/order-items`. */
export const orderItems = command('sittings/order-items', OrderItemsBody);

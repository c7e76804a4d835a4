import type { ItemConnectionPayload } from '@mase/workflow';
import { command, ReasonBody } from '../command.js';
import { Id, Optional } from '../fields.js';

/** A personal connection to whom or what an item is about, of whoever declares it or of the person named. */
export class DeclareItemConnectionBody extends ReasonBody implements ItemConnectionPayload {
  @Optional()
  @Id()
  userId?: string;
}

/** `POST /api/v1/agenda-items/:id/declare-item-connection`: the person reads nothing of the item and its papers from then on. */
export const declareItemConnection = command(
  'agenda-items/declare-item-connection',
  DeclareItemConnectionBody,
);

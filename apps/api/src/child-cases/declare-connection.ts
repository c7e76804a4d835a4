import type { DeclareConnectionPayload } from '@mase/workflow';
import { command, ReasonBody } from '../command.js';
import { Id, Optional } from '../fields.js';

/** A personal connection to the child or the family, of whoever declares it or of the person named. */
export class DeclareConnectionBody extends ReasonBody implements DeclareConnectionPayload {
  @Optional()
  @Id()
  userId?: string;
}

/** `POST /api/v1/child-cases/:id/declare-connection`: the person reads nothing of the case, its items and its papers. */
export const declareConnection = command('child-cases/declare-connection', DeclareConnectionBody);

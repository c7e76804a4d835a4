import { actionKinds, type ChangeActionPayload } from '@mase/workflow';
import { command } from '../command.js';
import { Id, OneOf, Optional, Text } from '../fields.js';
import { ActionDetailsBody } from './action-details.js';

/** What changes in an action, and why; another owner is asked to accept it anew. */
export class ChangeActionBody extends ActionDetailsBody implements ChangeActionPayload {
  @Text(5000)
  reason: string;

  @Optional()
  @OneOf(actionKinds)
  kind?: (typeof actionKinds)[number];

  @Optional()
  @Text(2000)
  what?: string;

  @Optional()
  @Id()
  ownerId?: string;
}

/** `POST /api/v1/plan-actions/:id/change-action`. */
export const changeAction = command('plan-actions/change-action', ChangeActionBody);

import { actionKinds, type ChangeActionPayload } from '@mase/workflow';
import { CommandBody, command } from '../command.js';
import { Day, Id, OneOf, Optional, Text } from '../fields.js';

/** What changes in an action, and why; another owner is asked to accept it anew. */
export class ChangeActionBody extends CommandBody implements ChangeActionPayload {
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

  @Optional()
  @Text(2000)
  outcome?: string;

  @Optional()
  @Day()
  due?: string;

  @Optional()
  @Text(2000)
  measure?: string;

  @Optional()
  @Text(2000)
  contingency?: string;

  @Optional()
  @Id()
  coverId?: string;

  @Optional()
  @Text(300)
  aim?: string;
}

/** `POST /api/v1/plan-actions/:id/change-action`. */
export const changeAction = command('plan-actions/change-action', ChangeActionBody);

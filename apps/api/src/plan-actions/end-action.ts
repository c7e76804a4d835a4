import { actionEndings, type EndActionPayload } from '@mase/workflow';
import { CommandBody, command } from '../command.js';
import { Day, Id, OneOf, Optional, Text } from '../fields.js';

/** How an action ended, with what that way asks for. */
export class EndActionBody extends CommandBody implements EndActionPayload {
  @OneOf(actionEndings)
  how: (typeof actionEndings)[number];

  @Optional()
  @Text(5000)
  evidence?: string;

  @Optional()
  @Text(5000)
  reason?: string;

  @Optional()
  @Text(5000)
  changed?: string;

  @Optional()
  @Id()
  newOwnerId?: string;

  @Optional()
  @Text(5000)
  handover?: string;

  @Optional()
  @Day()
  due?: string;

  @Optional()
  @Id()
  byActionId?: string;
}

/** `POST /api/v1/plan-actions/:id/end-action`. */
export const endAction = command('plan-actions/end-action', EndActionBody);

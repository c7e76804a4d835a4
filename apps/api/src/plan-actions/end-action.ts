import { actionEndings, type EndActionPayload } from '@mase/workflow';
import { CommandBody, command } from '../command.js';
import { OneOf, Text } from '../fields.js';

/** How an action ended: the evidence where it was done, else why not or to whom it was handed over. */
export class EndActionBody extends CommandBody implements EndActionPayload {
  @OneOf(actionEndings)
  how: (typeof actionEndings)[number];

  @Text(5000)
  evidence: string;
}

/** `POST /api/v1/plan-actions/:id/end-action`. */
export const endAction = command('plan-actions/end-action', EndActionBody);

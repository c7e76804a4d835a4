import type { EscalateActionPayload } from '@mase/workflow';
import { CommandBody, command } from '../command.js';
import { Optional, Text } from '../fields.js';

/** Why an action cannot wait for its clock. */
export class EscalateActionBody extends CommandBody implements EscalateActionPayload {
  @Optional()
  @Text(5000)
  reason?: string;
}

/** `POST /api/v1/plan-actions/:id/escalate-action`. */
export const escalateAction = command('plan-actions/escalate-action', EscalateActionBody);

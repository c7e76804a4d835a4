import type { RatifyDecisionPayload } from '@mase/workflow';
import { CommandBody, command } from '../command.js';
import { Id, Optional, Text } from '../fields.js';

/** At which sitting a decision taken without a quorum is ratified, or why the chair does it by rule. */
export class RatifyDecisionBody extends CommandBody implements RatifyDecisionPayload {
  @Optional()
  @Id()
  sittingId?: string;

  @Optional()
  @Text(2000)
  reason?: string;
}

/** `POST /api/v1/agenda-items/:id/ratify-decision`. */
export const ratifyDecision = command('agenda-items/ratify-decision', RatifyDecisionBody);

import type { EndDelegationPayload } from '@mase/workflow';
import { CommandBody, command } from '../command.js';
import { Id, Text } from '../fields.js';

/** The delegation that ends now, and why. */
export class EndDelegationBody extends CommandBody implements EndDelegationPayload {
  @Id()
  delegationId: string;

  @Text(2000)
  reason: string;
}

/** `POST /api/v1/users/:id/end-delegation`. */
export const endDelegation = command('users/end-delegation', EndDelegationBody);

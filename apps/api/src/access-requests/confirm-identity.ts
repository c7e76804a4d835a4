import { type ConfirmIdentityPayload, type IdentityCheck, identityChecks } from '@mase/workflow';
import { CommandBody, command } from '../command.js';
import { OneOf, Optional, Text } from '../fields.js';

/** How it was made sure who asks, and that he or she may. */
export class ConfirmIdentityBody extends CommandBody implements ConfirmIdentityPayload {
  @OneOf(identityChecks)
  how: IdentityCheck;

  @Optional()
  @Text(2000)
  words?: string;
}

/** `POST /api/v1/access-requests/:id/confirm-identity`. */
export const confirmIdentity = command('access-requests/confirm-identity', ConfirmIdentityBody);

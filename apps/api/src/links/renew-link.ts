import type { RenewLinkPayload } from '@mase/workflow';
import { CommandBody, command } from '../command.js';
import { Day, Text } from '../fields.js';

/** A link that had faded and was seen to hold again. */
export class RenewLinkBody extends CommandBody implements RenewLinkPayload {
  @Day()
  lastOn: string;

  @Day()
  reviewBy: string;

  @Text(5000)
  reasons: string;
}

/** `POST /api/v1/links/:id/renew-link`. */
export const renewLink = command('links/renew-link', RenewLinkBody);

import type { AcceptServicePayload, DeclineServicePayload } from '@mase/workflow';
import { CommandBody, command } from '../command.js';
import { Optional, Text } from '../fields.js';

/** What the service said when it accepted. */
export class AcceptServiceBody extends CommandBody implements AcceptServicePayload {
  @Optional()
  @Text(5000)
  words?: string;
}

/** Why the service does not take the child on. */
export class DeclineServiceBody extends CommandBody implements DeclineServicePayload {
  @Text(5000)
  reason: string;
}

/** `POST /api/v1/service-episodes/:id/accept-service`. */
export const acceptService = command('service-episodes/accept-service', AcceptServiceBody);

/** `POST /api/v1/service-episodes/:id/decline-service`. */
export const declineService = command('service-episodes/decline-service', DeclineServiceBody);

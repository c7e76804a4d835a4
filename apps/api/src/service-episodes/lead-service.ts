import {
  type CarryServicePayload,
  type EndServicePayload,
  type ServiceOutcome,
  type StartServicePayload,
  serviceOutcomes,
} from '@mase/workflow';
import { CommandBody, command } from '../command.js';
import { Id, OneOf, Optional, Text } from '../fields.js';

/** That the service has begun. */
export class StartServiceBody extends CommandBody implements StartServicePayload {
  @Optional()
  @Text(5000)
  words?: string;
}

/** How a service ended, why, and what the child says of it. */
export class EndServiceBody extends CommandBody implements EndServicePayload {
  @OneOf(serviceOutcomes)
  outcome: ServiceOutcome;

  @Text(5000)
  reason: string;

  @Optional()
  @Text(5000)
  childWords?: string;
}

/** The case of the same child under which the service goes on. */
export class CarryServiceBody extends CommandBody implements CarryServicePayload {
  @Id()
  caseId: string;
}

/** `POST /api/v1/service-episodes/:id/start-service`. */
export const startService = command('service-episodes/start-service', StartServiceBody);

/** `POST /api/v1/service-episodes/:id/end-service`. */
export const endService = command('service-episodes/end-service', EndServiceBody);

/** `POST /api/v1/service-episodes/:id/carry-service`. */
export const carryService = command('service-episodes/carry-service', CarryServiceBody);

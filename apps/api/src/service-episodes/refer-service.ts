import type { ReferServicePayload } from '@mase/workflow';
import { CommandBody, command } from '../command.js';
import { Id, Optional, Text } from '../fields.js';

/** Which agency is asked for which service, what it is for, and what the child says to it. */
export class ReferServiceBody extends CommandBody implements ReferServicePayload {
  @Id()
  caseId: string;

  @Id()
  agencyId: string;

  @Text(200)
  service: string;

  @Text(2000)
  purpose: string;

  @Optional()
  @Text(5000)
  childWords?: string;
}

/** `POST /api/v1/service-episodes/refer-service`. */
export const referService = command('service-episodes/refer-service', ReferServiceBody);

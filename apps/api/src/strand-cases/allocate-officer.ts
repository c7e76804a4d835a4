import type { AllocateOfficerPayload } from '@mase/workflow';
import { CommandBody } from '../command.js';
import { Id, Text } from '../fields.js';
import { ofBothStrands } from './of-both-strands.js';

/** Who owns the case from now on, and why. */
export class AllocateOfficerBody extends CommandBody implements AllocateOfficerPayload {
  @Id()
  officerId: string;

  @Text(5000)
  reason: string;
}

/** `POST /api/v1/person-cases/:id/allocate-officer`, and the same of `location-cases`. */
export const allocateOfficer = ofBothStrands('allocate-officer', AllocateOfficerBody);

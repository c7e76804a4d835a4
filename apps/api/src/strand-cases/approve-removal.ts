import type { ApproveRemovalPayload } from '@mase/workflow';
import { CommandBody } from '../command.js';
import { Text } from '../fields.js';
import { ofBothStrands } from './of-both-strands.js';

/** The second person’s words. */
export class ApproveRemovalBody extends CommandBody implements ApproveRemovalPayload {
  @Text(5000)
  words: string;
}

/** `POST /api/v1/person-cases/:id/approve-removal`, and the same of `location-cases`. */
export const approveRemoval = ofBothStrands('approve-removal', ApproveRemovalBody);

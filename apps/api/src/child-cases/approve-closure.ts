import type { ApproveClosurePayload } from '@mase/workflow';
import { CommandBody, command } from '../command.js';
import { Optional, Text } from '../fields.js';

/** A closure approved by somebody other than its proposer. */
export class ApproveClosureBody extends CommandBody implements ApproveClosurePayload {
  @Text(10_000)
  reasons: string;

  @Optional()
  @Text(10_000)
  overrideReasons?: string;
}

/** `POST /api/v1/child-cases/:id/approve-closure`. */
export const approveClosure = command('child-cases/approve-closure', ApproveClosureBody);

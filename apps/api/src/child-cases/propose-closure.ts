import { type ClosureReason, closureReasons, type ProposeClosurePayload } from '@mase/workflow';
import { CommandBody, command } from '../command.js';
import { Day, OneOf, Optional, Text } from '../fields.js';

/** Why a case should close, and what its reason asks for in writing. */
export class ProposeClosureBody extends CommandBody implements ProposeClosurePayload {
  @OneOf(closureReasons)
  reason: ClosureReason;

  @Text(20_000)
  analysis: string;

  @Optional()
  @Text(5000)
  harmAddressed?: string;

  @Optional()
  @Text(200)
  watcher?: string;

  @Optional()
  @Day()
  nextCheck?: string;

  @Optional()
  @Text(2000)
  adultPathway?: string;

  @Optional()
  @Text(2000)
  handover?: string;
}

/** `POST /api/v1/child-cases/:id/propose-closure`. */
export const proposeClosure = command('child-cases/propose-closure', ProposeClosureBody);

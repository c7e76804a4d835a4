import type { WithdrawBasisPayload } from '@mase/workflow';
import { CommandBody } from '../command.js';
import { Id, Text } from '../fields.js';
import { ofBothStrands } from './of-both-strands.js';

/** A basis that does not stand any more, and why. */
export class WithdrawBasisBody extends CommandBody implements WithdrawBasisPayload {
  @Id()
  basisId: string;

  @Text(5000)
  reason: string;
}

/** `POST /api/v1/person-cases/:id/withdraw-basis`, and the same of `location-cases`. */
export const withdrawBasis = ofBothStrands('withdraw-basis', WithdrawBasisBody);

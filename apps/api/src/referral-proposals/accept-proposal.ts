import type { AcceptProposalPayload } from '@mase/workflow';
import { CommandBody, command } from '../command.js';
import { Text, Truth } from '../fields.js';

/** A proposal taken up as a referral. */
export class AcceptProposalBody extends CommandBody implements AcceptProposalPayload {
  @Text(15_000)
  seenOrSaid: string;

  @Truth()
  immediateDanger: boolean;
}

/** `POST /api/v1/referral-proposals/:id/accept-proposal`. */
export const acceptProposal = command('referral-proposals/accept-proposal', AcceptProposalBody);

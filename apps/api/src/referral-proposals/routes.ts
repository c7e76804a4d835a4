import type { FastifyInstance } from 'fastify';
import { registerCommands } from '../command.js';
import { acceptProposal } from './accept-proposal.js';
import { declineProposal } from './decline-proposal.js';

/** Everything of referral proposals that can be asked over HTTP. */
export function referralProposalRoutes(app: FastifyInstance): void {
  registerCommands(app, [acceptProposal, declineProposal]);
}

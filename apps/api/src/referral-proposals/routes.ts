import type { ReferralProposalStanding } from '@mase/workflow';
import type { FastifyInstance } from 'fastify';
import { proposalLine } from '../children/child-view.js';
import { registerCommands } from '../command.js';
import { registerView } from '../record-view.js';
import { acceptProposal } from './accept-proposal.js';
import { declineProposal } from './decline-proposal.js';
import { listProposals } from './list.js';

/** Everything of referral proposals that can be asked over HTTP. */
export function referralProposalRoutes(app: FastifyInstance): void {
  registerCommands(app, [acceptProposal, declineProposal]);
  listProposals(app);
  registerView(app, {
    kind: 'referralProposal',
    schema: 'ReferralProposalView',
    summary: 'One referral proposal',
    show: ({ record, names }) => ({ ...proposalLine(record), names }),
    persons: ({ record }) => [(record.standing as ReferralProposalStanding).childId],
  });
}

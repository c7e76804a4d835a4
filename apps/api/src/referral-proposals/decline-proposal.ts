import { command, ReasonBody } from '../command.js';

/** `POST /api/v1/referral-proposals/:id/decline-proposal`. */
export const declineProposal = command('referral-proposals/decline-proposal', ReasonBody);

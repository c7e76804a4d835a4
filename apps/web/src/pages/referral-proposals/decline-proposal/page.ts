import { commandPage } from '../../../command-page.js';
import { proposalSubject } from '../proposal.js';

/** Decides that the count does not ask for a referral, and why. */
export const page = commandPage({
  command: 'referral-proposals/decline-proposal',
  section: '/referral-proposals',
  opened: proposalSubject,
  says: 'No referral is recorded. The reason stays with the child’s record, and a later count may raise a new proposal.',
  asks: [{ name: 'reason', label: 'Why is no referral needed?', called: 'the reason', kind: 'text' }],
  done: 'The proposal is declined.',
});

import { commandPage } from '../../../command-page.js';
import { proposalSubject } from '../proposal.js';

/** A profile of the area approved by somebody other than its proposer. */
export const page = commandPage({
  command: 'profile-changes/approve-change',
  section: '/profiles',
  opened: proposalSubject,
  says: 'The profile holds from its day. Two people decide it: you are the second. Clocks that run keep the rule they started with.',
  asks: [],
  done: 'The profile is approved',
});

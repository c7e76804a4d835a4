import { commandPage } from '../../../command-page.js';
import { proposalSubject } from '../proposal.js';

/** A proposed profile taken back by its proposer. */
export const page = commandPage({
  command: 'profile-changes/withdraw-change',
  section: '/profiles',
  opened: proposalSubject,
  says: 'The rules of the area stay as they are.',
  asks: [{ name: 'reason', label: 'Why is it withdrawn?', called: 'why it is withdrawn', kind: 'text' }],
  done: 'The proposal is withdrawn',
});

import { commandPage } from '../../../command-page.js';
import { proposalSubject } from '../proposal.js';

/** A profile of the area refused, and why. */
export const page = commandPage({
  command: 'profile-changes/refuse-change',
  section: '/profiles',
  opened: proposalSubject,
  says: 'The rules of the area stay as they are.',
  asks: [{ name: 'reason', label: 'Why is it refused?', called: 'why it is refused', kind: 'text' }],
  done: 'The profile is refused',
});

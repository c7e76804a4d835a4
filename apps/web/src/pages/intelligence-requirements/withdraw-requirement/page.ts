import { commandPage } from '../../../command-page.js';
import { requirementSubject } from '../requirement.js';

/** Withdraws a requirement that needs no answer any more. */
export const page = commandPage({
  command: 'intelligence-requirements/withdraw-requirement',
  section: '/intelligence',
  opened: requirementSubject,
  says: 'The agency need not answer any more.',
  asks: [{ name: 'reason', label: 'Why is it withdrawn?', called: 'the reason', kind: 'text' }],
  done: 'The requirement is withdrawn.',
});

import { commandPage } from '../../../command-page.js';
import { actionSubject } from '../action.js';

/** The owner gives the action back with a reason; the manager of the case hears of it. */
export const page = commandPage({
  command: 'plan-actions/decline-action',
  section: '/plan-actions',
  opened: actionSubject,
  says: 'The action goes back to the manager of the case, who finds another owner.',
  asks: [
    {
      name: 'reason',
      label: 'Why can you not take it on?',
      called: 'why you cannot take it on',
      kind: 'text',
    },
  ],
  done: 'You have declined the action. The manager of the case is told.',
  next: () => '/plan-actions',
});

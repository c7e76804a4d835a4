import { commandPage } from '../../../command-page.js';
import { actionSubject } from '../action.js';

/** The owner takes the action on. */
export const page = commandPage({
  command: 'plan-actions/accept-action',
  section: '/plan-actions',
  opened: actionSubject,
  says: 'You take it on and will say how it ended.',
  asks: [],
  done: 'You have accepted the action.',
  next: () => '/plan-actions',
});

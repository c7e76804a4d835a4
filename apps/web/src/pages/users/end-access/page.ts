import { commandPage } from '../../../command-page.js';
import { userSubject } from '../user.js';

/** Ends somebody's access from now on. */
export const page = commandPage({
  command: 'users/end-access',
  section: '/users',
  opened: userSubject,
  says: 'This person can no longer sign in and loses every role. What they recorded stays.',
  asks: [{ name: 'reason', label: 'Why does access end?', called: 'the reason', kind: 'text' }],
  done: 'Access has ended.',
  warning: true,
});

import { commandPage } from '../../../command-page.js';
import { quality, registerSubject } from '../../../register.js';
import { training } from '../session.js';

/** Withdraws a session that was recorded wrongly. */
export const page = commandPage({
  command: 'training-sessions/withdraw-session',
  section: quality,
  opened: registerSubject(training),
  says: 'It counts no longer. Record the right one anew.',
  asks: [{ name: 'reason', label: 'Why is it withdrawn?', called: 'the reason', kind: 'text' }],
  done: 'The session is withdrawn.',
});

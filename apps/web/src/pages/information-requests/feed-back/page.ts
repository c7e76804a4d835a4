import { commandPage } from '../../../command-page.js';
import { requestSubject } from '../information-request.js';

/** Tells an agency what came of what it gave. */
export const page = commandPage({
  command: 'information-requests/feed-back',
  section: '/information-requests',
  opened: requestSubject,
  says: 'Whoever answered reads this for 28 days after the answer. Say no more of the child than they need.',
  asks: [{ name: 'words', label: 'What came of it?', called: 'what came of it', kind: 'text' }],
  done: 'The agency is told what came of it.',
});

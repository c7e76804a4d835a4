import { commandPage } from '../../../command-page.js';
import { requestSubject } from '../request.js';

/** Issues the answer: from now on it is what the requester was given. */
export const page = commandPage({
  command: 'access-requests/issue-response',
  section: '/access-requests',
  opened: requestSubject,
  says: 'Read the draft before you issue it: what was given out cannot be taken back.',
  asks: [],
  done: 'The answer is issued. Send it as it was agreed with the requester.',
  warning: true,
});

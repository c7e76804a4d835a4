import { commandPage } from '../../../command-page.js';
import { requestSubject } from '../request.js';

/** Records that the requester has taken the request back. */
export const page = commandPage({
  command: 'access-requests/withdraw-request',
  section: '/access-requests',
  opened: requestSubject,
  says: 'The request ends, and with it every part of it. What was decided stays on record.',
  asks: [
    { name: 'reason', label: 'What did the requester say?', called: 'what the requester said', kind: 'text' },
  ],
  done: 'The request is withdrawn.',
});

import { commandPage } from '../../../command-page.js';
import { requestSubject } from '../request.js';

/** Records what the requester answered; the clock goes on. */
export const page = commandPage({
  command: 'access-requests/record-answer',
  section: '/access-requests',
  opened: requestSubject,
  says: 'The clock goes on, later by the days that were waited.',
  asks: [{ name: 'words', label: 'What did the requester answer?', called: 'the answer', kind: 'text' }],
  done: 'The answer is recorded; the clock goes on.',
});

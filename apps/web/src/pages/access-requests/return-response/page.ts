import { commandPage } from '../../../command-page.js';
import { requestSubject } from '../request.js';

/** Sends an approved answer back to work. */
export const page = commandPage({
  command: 'access-requests/return-response',
  section: '/access-requests',
  opened: requestSubject,
  says: 'Items can be decided again; the answer is then approved anew.',
  asks: [{ name: 'reason', label: 'Why?', called: 'the reason', kind: 'text' }],
  done: 'The answer is back at work.',
});

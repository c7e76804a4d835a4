import { commandPage } from '../../../command-page.js';
import { requestSubject } from '../request.js';

/** Approves the answer that others decided on. */
export const page = commandPage({
  command: 'access-requests/approve-response',
  section: '/access-requests',
  opened: requestSubject,
  says: 'Look through the items first. Once approved, the answer can be read as a draft, and issued.',
  asks: [],
  done: 'The answer is approved.',
});

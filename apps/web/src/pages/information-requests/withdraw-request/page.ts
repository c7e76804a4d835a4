import { commandPage } from '../../../command-page.js';
import { requestSubject } from '../information-request.js';

/** Withdraws a request that needs no answer any more. */
export const page = commandPage({
  command: 'information-requests/withdraw-request',
  section: '/information-requests',
  opened: requestSubject,
  says: 'The agency need not answer any more. The request stays in the sharing ledger as withdrawn.',
  asks: [{ name: 'reason', label: 'Why is it withdrawn?', called: 'why it is withdrawn', kind: 'text' }],
  done: 'The request is withdrawn.',
});

import { commandPage } from '../../../command-page.js';
import { quality, registerSubject } from '../../../register.js';
import { feedback } from '../feedback.js';

/** Withdraws feedback that was recorded wrongly, or that tells of somebody. */
export const page = commandPage({
  command: 'service-feedback/withdraw-feedback',
  section: quality,
  opened: registerSubject(feedback),
  says: 'It counts no longer.',
  asks: [{ name: 'reason', label: 'Why is it withdrawn?', called: 'the reason', kind: 'text' }],
  done: 'The feedback is withdrawn.',
});

import { commandPage } from '../../../command-page.js';
import { quality, registerSubject } from '../../../register.js';
import { samples } from '../sample.js';

/** Withdraws a sample that is not used. */
export const page = commandPage({
  command: 'dip-samples/withdraw-sample',
  section: quality,
  opened: registerSubject(samples),
  says: 'It stays in the list, with the reason. Audits that it opened go on.',
  asks: [{ name: 'reason', label: 'Why is it withdrawn?', called: 'the reason', kind: 'text' }],
  done: 'The sample is withdrawn.',
});

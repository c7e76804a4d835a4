import { commandPage } from '../../../command-page.js';
import { quality, registerSubject } from '../../../register.js';
import { samples } from '../sample.js';

/** Says what was learnt from the cases of a sample together. */
export const page = commandPage({
  command: 'dip-samples/conclude-sample',
  section: quality,
  opened: registerSubject(samples),
  says: 'The sample ends with it. Audits that go on are not touched. Name nobody.',
  asks: [{ name: 'conclusions', label: 'What was learnt?', called: 'what was learnt', kind: 'text' }],
  done: 'What was learnt is recorded.',
});

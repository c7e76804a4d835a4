import { commandPage } from '../../../command-page.js';
import { changeSubject } from '../change.js';

/** A change of the tools refused, and why. */
export const page = commandPage({
  command: 'instrument-changes/refuse-change',
  section: '/instruments',
  opened: changeSubject,
  says: 'The tools stay as they are.',
  asks: [{ name: 'reason', label: 'Why is it refused?', called: 'why it is refused', kind: 'text' }],
  done: 'The change is refused',
});

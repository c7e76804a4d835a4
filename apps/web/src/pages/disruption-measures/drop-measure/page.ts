import { commandPage } from '../../../command-page.js';
import { measureSubject, section } from '../measure.js';

/** Records that a measure is not pursued, and why. */
export const page = commandPage({
  command: 'disruption-measures/drop-measure',
  section,
  opened: measureSubject,
  says: 'The measure stays in the register as not pursued, with the reason.',
  asks: [{ name: 'reason', label: 'Why is it not pursued?', called: 'why it is not pursued', kind: 'text' }],
  done: 'It is recorded that the measure is not pursued.',
});

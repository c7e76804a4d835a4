import { commandPage } from '../../../command-page.js';
import { measureSubject, section } from '../measure.js';

/** Records that a measure in force was ended before its last day. */
export const page = commandPage({
  command: 'disruption-measures/discharge-measure',
  section,
  opened: measureSubject,
  says: 'The measure ends today. It stays in the register with what came of it.',
  asks: [
    { name: 'reason', label: 'Who discharged it, and why?', called: 'why it was discharged', kind: 'text' },
  ],
  done: 'The measure is discharged.',
});

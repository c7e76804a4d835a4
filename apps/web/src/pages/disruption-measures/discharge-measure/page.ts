import { commandPage } from '../../../command-page.js';
import { measureSubject, section } from '../measure.js';
import { onDay } from '../on-day.js';

/** Records that a measure in force was ended before its last day. */
export const page = commandPage({
  command: 'disruption-measures/discharge-measure',
  section,
  opened: measureSubject,
  says: 'The measure ends. It stays in the register with what came of it.',
  asks: [
    { name: 'reason', label: 'Who discharged it, and why?', called: 'why it was discharged', kind: 'text' },
    onDay('On which day did it end?'),
  ],
  done: 'The measure is discharged.',
});

import { commandPage } from '../../../command-page.js';
import { measureSubject, section } from '../measure.js';
import { onDay } from '../on-day.js';

/** Records that a measure was refused. */
export const page = commandPage({
  command: 'disruption-measures/refuse-measure',
  section,
  opened: measureSubject,
  says: 'The measure stays in the register as refused, with the reason.',
  asks: [
    { name: 'reason', label: 'Who refused it, and why?', called: 'why it was refused', kind: 'text' },
    onDay('On which day was it refused?'),
  ],
  done: 'The refusal is recorded.',
});

import { commandPage } from '../../../command-page.js';
import { measureSubject, section } from '../measure.js';
import { onDay } from '../on-day.js';

/** Records that a measure was applied for, to whom, and when the answer is expected. */
export const page = commandPage({
  command: 'disruption-measures/apply-for-measure',
  section,
  opened: measureSubject,
  says: 'The measure waits in its owner’s list for the day that you give.',
  asks: [
    {
      name: 'to',
      label: 'Which court, authority or officer was asked?',
      called: 'who was asked',
      kind: 'line',
    },
    { name: 'words', label: 'What was asked for?', called: 'what was asked for', kind: 'text' },
    onDay('On which day was it applied for?'),
    { name: 'nextOn', label: 'When is the hearing or the answer?', called: 'the next date', kind: 'date' },
  ],
  done: 'The application is recorded.',
});

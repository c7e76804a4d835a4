import { commandPage } from '../../../command-page.js';
import { measureSubject, section } from '../measure.js';
import { onDay } from '../on-day.js';

/** Records a breach: the measure stays in force. */
export const page = commandPage({
  command: 'disruption-measures/record-breach',
  section,
  opened: measureSubject,
  says: 'The measure stays in force. Where a child is in danger now, call 999 first.',
  asks: [
    { name: 'what', label: 'What was done against it?', called: 'what was done', kind: 'text' },
    onDay('On which day was that?'),
    { name: 'answer', label: 'What was done about that?', called: 'what was done about it', kind: 'text' },
  ],
  done: 'The breach is recorded. The measure stays in force.',
});

import { commandPage } from '../../../command-page.js';
import { lastDay } from '../last-day.js';
import { measureSubject, section } from '../measure.js';
import { onDay } from '../on-day.js';

/** Records who granted a measure, what it asks, and until when. */
export const page = commandPage({
  command: 'disruption-measures/grant-measure',
  section,
  opened: measureSubject,
  says: 'It is in force from now on. Those who work with a child whom it protects read what it asks, and never on whom it is.',
  asks: [
    {
      name: 'decidedBy',
      label: 'Which court, authority or officer decided?',
      called: 'who decided',
      kind: 'line',
    },
    {
      name: 'conditions',
      label: 'What does it forbid or require?',
      called: 'what it asks',
      kind: 'text',
      hint: 'Those who work with a child whom it protects read this. Name nobody here whom they may not know.',
    },
    onDay('On which day was it granted?'),
    lastDay,
  ],
  done: 'The measure is in force.',
});

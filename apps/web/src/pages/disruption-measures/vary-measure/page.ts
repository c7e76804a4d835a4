import { commandPage } from '../../../command-page.js';
import { lastDay } from '../last-day.js';
import { measureSubject, section } from '../measure.js';

/** Records what was changed in a measure, and its last day from now on. */
export const page = commandPage({
  command: 'disruption-measures/vary-measure',
  section,
  opened: measureSubject,
  says: 'The new conditions and the new last day hold from now on. What stood before is kept.',
  asks: [
    {
      name: 'decidedBy',
      label: 'Which court, authority or officer decided?',
      called: 'who decided',
      kind: 'line',
    },
    { name: 'why', label: 'Why was it changed?', called: 'why it was changed', kind: 'text' },
    {
      name: 'conditions',
      label: 'What does it forbid or require now?',
      called: 'what it asks now',
      kind: 'text',
      hint: 'Those who work with a child whom it protects read this.',
    },
    lastDay,
  ],
  done: 'The variation is recorded.',
});

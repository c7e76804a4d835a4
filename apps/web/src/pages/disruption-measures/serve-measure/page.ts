import { commandPage } from '../../../command-page.js';
import { lastDay } from '../last-day.js';
import { measureSubject, section } from '../measure.js';
import { onDay } from '../on-day.js';

/** Records how a measure was served; a notice is in force from then on. */
export const page = commandPage({
  command: 'disruption-measures/serve-measure',
  section,
  opened: measureSubject,
  says: 'A notice is in force once it is served. An order that was granted keeps the conditions of the court.',
  asks: [
    { name: 'how', label: 'How was it served, and by whom?', called: 'how it was served', kind: 'text' },
    onDay('On which day was it served?'),
    {
      name: 'conditions',
      label: 'For a notice: what does it ask?',
      called: 'what it asks',
      kind: 'text',
      hint: 'Those who work with the child whom it protects read this. Name nobody here whom they may not know.',
    },
    {
      ...lastDay,
      hint: 'For a notice about abduction leave it blank: the day on which it lapses is reckoned from the child’s age and legal status.',
    },
  ],
  done: 'It is recorded that it was served.',
});

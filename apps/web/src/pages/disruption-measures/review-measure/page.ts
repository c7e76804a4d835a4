import { commandPage } from '../../../command-page.js';
import { measureSubject, section } from '../measure.js';

/** Decides what follows as the end of a measure draws near, or whether one without an end goes on. */
export const page = commandPage({
  command: 'disruption-measures/review-measure',
  section,
  opened: measureSubject,
  says: 'The warning ends with this. Its last day stays what it is until the measure is varied.',
  asks: [
    {
      name: 'outcome',
      label: 'What follows?',
      called: 'what follows',
      kind: 'radios',
      options: [
        { value: 'renewal-sought', text: 'A renewal or another measure is sought' },
        { value: 'let-lapse', text: 'It may lapse: it is needed no longer' },
        { value: 'keep', text: 'It goes on as it is' },
      ],
    },
    { name: 'words', label: 'Why?', called: 'why', kind: 'text' },
  ],
  done: 'What follows is recorded.',
});

import { absenceKinds } from '@mase/workflow/words';
import { commandPage } from '../../../command-page.js';
import { episodeSubject, kindWords } from '../episode.js';

/** Says that a child who was away is missing now, or that one who was missing is found and not back yet. */
export const page = commandPage({
  command: 'missing-episodes/change-kind',
  section: '/missing-now',
  opened: episodeSubject,
  says: 'Nothing ends by this: the absence goes on, and each part of it is kept with its times. Away without authorisation means that it is known where the child is.',
  asks: [
    {
      name: 'kind',
      label: 'What is it now?',
      called: 'what it is now',
      kind: 'radios',
      options: absenceKinds.map((value) => ({ value, text: kindWords[value] ?? value })),
    },
    { name: 'from', label: 'Since when?', called: 'since when', kind: 'moment' },
    { name: 'words', label: 'How is it known?', called: 'how it is known', kind: 'text' },
  ],
  done: 'The absence is brought up to date.',
});

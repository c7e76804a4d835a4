import { notOfferedReasons } from '@mase/workflow/words';
import { commandPage } from '../../../command-page.js';
import { episodeSubject, notOfferedWords } from '../episode.js';

/** Records why no return home interview was offered. */
export const page = commandPage({
  command: 'missing-episodes/record-not-offered',
  section: '/missing-now',
  opened: episodeSubject,
  says: 'An interview is to be offered after every absence. Where it was not, the reason is counted. One that is held later stands in its place.',
  asks: [
    {
      name: 'reason',
      label: 'Why was none offered?',
      called: 'why none was offered',
      kind: 'radios',
      options: notOfferedReasons.map((value) => ({ value, text: notOfferedWords[value] ?? value })),
    },
    { name: 'words', label: 'In words', called: 'the reason in words', kind: 'text' },
  ],
  done: 'The reason is recorded.',
});

import { challengeEndings } from '@mase/workflow/words';
import { commandPage } from '../../../command-page.js';
import { challengeSubject, endingWords } from '../challenge.js';

/** Settles a challenge. */
export const page = commandPage({
  command: 'challenges/resolve-challenge',
  section: '/challenges',
  opened: challengeSubject,
  says: 'It is settled by whoever raised it, or by the chair of the panel. Both sides’ reasons stay on the record.',
  asks: [
    {
      name: 'how',
      label: 'How is it settled?',
      called: 'how it is settled',
      kind: 'radios',
      options: challengeEndings.map((value) => ({ value, text: endingWords[value] ?? value })),
    },
    { name: 'words', label: 'What follows from it?', called: 'what follows from it', kind: 'text' },
  ],
  done: 'The challenge is settled.',
});

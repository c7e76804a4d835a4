import { commandPage } from '../../../command-page.js';
import { episodeSubject } from '../episode.js';

/** Records that a child has returned: from that minute the 72 hours of the interview count. */
export const page = commandPage({
  command: 'missing-episodes/record-return',
  section: '/missing-now',
  opened: episodeSubject,
  says: 'A return home interview is to be held within 72 hours of the return. The hours count from the time that you give.',
  asks: [
    {
      name: 'returned',
      label: 'When did the child return, or was the child found?',
      called: 'the date and time of the return',
      kind: 'moment',
      hint: 'For example 22 11 2026, 23:40',
    },
    { name: 'from', label: 'Who says so?', called: 'who says so', kind: 'line' },
    { name: 'whereFound', label: 'Where was the child?', called: 'where the child was', kind: 'line' },
    {
      name: 'words',
      label: 'Anything that must be known now',
      called: 'what must be known',
      kind: 'text',
      hint: 'Injuries, who was with the child, what the child asks for',
    },
  ],
  done: 'The return is recorded.',
});

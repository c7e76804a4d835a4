import { commandPage } from '../../../command-page.js';
import { holdSubject } from '../hold.js';

/** Looks at a hold again and lets it go on, and why. */
export const page = commandPage({
  command: 'legal-holds/review-hold',
  section: '/disposals',
  opened: holdSubject,
  says: 'The hold goes on. What you write is kept with it.',
  asks: [
    {
      name: 'reviewBy',
      label: 'By when is it looked at again?',
      called: 'the date of the next review',
      kind: 'date',
      hint: 'Within twelve months.',
    },
    { name: 'words', label: 'Why does it go on?', called: 'why it goes on', kind: 'text' },
  ],
  done: 'The hold goes on.',
});

import { commandPage } from '../../../command-page.js';
import { reportSubject } from '../report.js';

/** Adds to or corrects what one submitted, without seeing it. */
export const page = commandPage({
  command: 'intelligence/add-to-report',
  section: '/intelligence',
  opened: reportSubject,
  says: 'The intelligence desk alone reads what you write, beside what you submitted before. Nothing of it is shown to you again.',
  asks: [
    { name: 'words', label: 'What do you add or correct?', called: 'what you add or correct', kind: 'text' },
  ],
  done: 'The intelligence desk has what you added.',
});

import { commandPage } from '../../../command-page.js';
import { reportSubject } from '../report.js';

/** Tells whoever submitted a report what came of it. */
export const page = commandPage({
  command: 'intelligence/tell-submitter',
  section: '/intelligence',
  opened: reportSubject,
  says: 'The submitter reads this. It is a line of the sharing ledger with the time that it took. Say nothing that shows what others know.',
  asks: [{ name: 'words', label: 'What came of it?', called: 'what came of it', kind: 'text' }],
  done: 'The submitter is told.',
});

import { commandPage } from '../../../command-page.js';
import { reportSubject } from '../report.js';

/** The page of one command of the desk that asks for its reason. */
export const page = commandPage({
  command: 'intelligence/reject',
  section: '/intelligence',
  opened: reportSubject,
  says: 'The submitter is told that it goes no further, and not why. Nobody but the desk reads the reason.',
  asks: [{ name: 'reason', label: 'Why is it rejected?', called: 'the reason', kind: 'text' }],
  done: 'The report is rejected. The submitter is told that it ended.',
});

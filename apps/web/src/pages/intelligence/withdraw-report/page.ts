import { commandPage } from '../../../command-page.js';
import { reportSubject } from '../report.js';

/** The page of one command of the desk that asks for its reason. */
export const page = commandPage({
  command: 'intelligence/withdraw-report',
  section: '/intelligence',
  opened: reportSubject,
  says: 'Everybody whom it was given to is told, and reads its text no longer.',
  asks: [{ name: 'reason', label: 'Why is it withdrawn?', called: 'the reason', kind: 'text' }],
  done: 'The report is withdrawn. Those who had it are told.',
});

import { commandPage } from '../../../command-page.js';
import { tableSubject } from '../tables.js';

/** Withdraws a table that was wrong; the cohort is compared with it no longer. */
export const page = commandPage({
  command: 'population-tables/withdraw-table',
  section: '/imports',
  opened: tableSubject,
  says: 'The cohort is compared with it no longer; what was published as known before stays. Take the right table from a file.',
  asks: [{ name: 'reason', label: 'Why is it withdrawn?', called: 'the reason', kind: 'text' }],
  done: 'The table is withdrawn.',
});

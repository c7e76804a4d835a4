import { commandPage } from '../../../command-page.js';
import { exportSubject } from '../export.js';

/** Takes an export back that was asked for and not fetched. */
export const page = commandPage({
  command: 'exports/withdraw-export',
  section: '/exports',
  opened: exportSubject,
  says: 'Nothing leaves.',
  asks: [{ name: 'reason', label: 'Why?', called: 'the reason', kind: 'text' }],
  done: 'The export is withdrawn.',
});

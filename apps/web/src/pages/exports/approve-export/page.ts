import { commandPage } from '../../../command-page.js';
import { exportSubject } from '../export.js';

/** Approves an export that somebody else asked for. */
export const page = commandPage({
  command: 'exports/approve-export',
  section: '/exports',
  opened: exportSubject,
  says: 'It holds what both of you may read, and goes to the recipient named. Ask yourself whether less would do.',
  asks: [],
  done: 'The export is approved. Whoever asked for it may fetch it once.',
});

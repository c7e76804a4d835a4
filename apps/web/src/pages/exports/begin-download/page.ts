import { commandPage } from '../../../command-page.js';
import { exportSubject } from '../export.js';

/** Begins the download: from then on the file can be fetched, once. */
export const page = commandPage({
  command: 'exports/begin-download',
  section: '/exports',
  opened: exportSubject,
  says: 'The file can then be fetched once. Your name, the recipient and the time stand in its first line, and how many rows left is recorded, also where it breaks off.',
  asks: [],
  done: 'The file can be fetched now, once.',
  warning: true,
});

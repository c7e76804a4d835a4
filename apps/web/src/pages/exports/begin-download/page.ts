import { commandPage } from '../../../command-page.js';
import { exportSubject } from '../export.js';

/** Begins the download: for a day from then on the file can be fetched. */
export const page = commandPage({
  command: 'exports/begin-download',
  section: '/exports',
  opened: exportSubject,
  says: 'You can then fetch the file within a day, again where the connection breaks. It holds the books as they are sealed now. Your name, the recipient and the time stand in its first line, and how many rows left is recorded each time, also where it breaks off.',
  asks: [],
  done: 'The file can be fetched now, and within a day.',
  warning: true,
});

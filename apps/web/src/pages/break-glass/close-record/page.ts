import { commandPage } from '../../../command-page.js';
import { glassSubject } from '../glass.js';

/** Ends the hour early. */
export const page = commandPage({
  command: 'break-glass/close-record',
  section: '/break-glass',
  opened: glassSubject,
  says: 'The record is no longer open from now on. The review goes on.',
  asks: [],
  done: 'The record is closed again.',
});

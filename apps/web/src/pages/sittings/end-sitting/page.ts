import { commandPage } from '../../../command-page.js';
import { sittingSubject } from '../sitting.js';

/** Ends a sitting: items without an outcome go back to the list, and the minutes are composed. */
export const page = commandPage({
  command: 'sittings/end-sitting',
  section: '/sittings',
  opened: sittingSubject,
  says: 'Items without an outcome go back to the list for the next sitting. The minutes are composed from what was recorded.',
  asks: [],
  done: 'The sitting has ended. Its minutes are drafted.',
});

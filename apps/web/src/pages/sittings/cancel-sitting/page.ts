import { commandPage } from '../../../command-page.js';
import { sittingSubject } from '../sitting.js';

/** Cancels a sitting that will not be held: its items go back to the list. */
export const page = commandPage({
  command: 'sittings/cancel-sitting',
  section: '/sittings',
  opened: sittingSubject,
  says: 'Every item goes back to the list for the next sitting. A child graded high goes to chair’s action within 5 working days.',
  asks: [{ name: 'reason', label: 'Why is the sitting cancelled?', called: 'the reason', kind: 'text' }],
  done: 'The sitting is cancelled. Its items are back on the list.',
  warning: true,
});

import { commandPage } from '../../../command-page.js';
import { sittingSubject } from '../sitting.js';

/** Cancels a sitting that will not be held: its items go back to the list. */
export const page = commandPage({
  command: 'sittings/cancel-sitting',
  section: '/sittings',
  opened: sittingSubject,
  says: 'Items go on with the panel’s next sitting: straight on its agenda where that is open, else back on the list for it. Members are told. A child graded high goes to chair’s action within 5 working days.',
  asks: [{ name: 'reason', label: 'Why is the sitting cancelled?', called: 'the reason', kind: 'text' }],
  done: 'The sitting is cancelled. Its items go on with the next.',
  warning: true,
});

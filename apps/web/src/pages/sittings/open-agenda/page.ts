import { commandPage } from '../../../command-page.js';
import { sittingSubject } from '../sitting.js';

/** Opens the agenda of a scheduled sitting, so that items can be put on it. */
export const page = commandPage({
  command: 'sittings/open-agenda',
  section: '/sittings',
  opened: sittingSubject,
  says: 'Once the agenda is open, listed cases can be put on it. What earlier sittings of the panel did not reach stands on it already.',
  asks: [],
  done: 'The agenda is open.',
});

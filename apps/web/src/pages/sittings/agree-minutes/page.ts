import { commandPage } from '../../../command-page.js';
import { sittingSubject } from '../sitting.js';

/** The chair agrees the minutes as they stand; they cannot be changed afterwards. */
export const page = commandPage({
  command: 'sittings/agree-minutes',
  section: '/sittings',
  opened: sittingSubject,
  says: 'Agreed minutes cannot be changed.',
  asks: [],
  done: 'The minutes are agreed.',
});

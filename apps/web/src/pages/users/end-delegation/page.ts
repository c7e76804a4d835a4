import { commandPage } from '../../../command-page.js';
import { standInSubject } from '../standing-in.js';

/** A part goes back to the person alone. */
export const page = commandPage({
  command: 'users/end-delegation',
  section: '/',
  opened: standInSubject,
  says: 'From now on the other person no longer fills this part.',
  asks: [
    {
      name: 'delegationId',
      label: 'Which delegation ends?',
      called: 'which delegation ends',
      kind: 'radios',
    },
    { name: 'reason', label: 'Why?', called: 'why', kind: 'text' },
  ],
  done: 'The delegation has ended.',
});

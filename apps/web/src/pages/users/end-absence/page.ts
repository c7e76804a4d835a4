import { commandPage } from '../../../command-page.js';
import { standInSubject } from '../standing-in.js';

/** Somebody is back, or does not go away. */
export const page = commandPage({
  command: 'users/end-absence',
  section: '/',
  opened: standInSubject,
  says: 'From now on this person has his or her list and parts alone again.',
  asks: [{ name: 'absenceId', label: 'Which absence ends?', called: 'which absence ends', kind: 'radios' }],
  done: 'The absence has ended.',
});

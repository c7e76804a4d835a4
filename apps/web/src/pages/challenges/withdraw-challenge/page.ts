import { commandPage } from '../../../command-page.js';
import { challengeSubject } from '../challenge.js';

/** Withdraws a challenge. */
export const page = commandPage({
  command: 'challenges/withdraw-challenge',
  section: '/challenges',
  opened: challengeSubject,
  says: 'Nobody need answer any more. What was said stays on the record.',
  asks: [{ name: 'reason', label: 'Why is it withdrawn?', called: 'why it is withdrawn', kind: 'text' }],
  done: 'The challenge is withdrawn.',
});

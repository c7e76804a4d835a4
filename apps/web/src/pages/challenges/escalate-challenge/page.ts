import { commandPage } from '../../../command-page.js';
import { challengeSubject } from '../challenge.js';

/** Takes a challenge to the next stage of the area. */
export const page = commandPage({
  command: 'challenges/escalate-challenge',
  section: '/challenges',
  opened: challengeSubject,
  says: 'Those of the next stage are asked, with a time to answer. A challenge that is not answered in time goes there by itself.',
  asks: [
    {
      name: 'words',
      label: 'Why does the answer not settle it?',
      called: 'why the answer does not settle it',
      kind: 'text',
    },
  ],
  done: 'The challenge is at the next stage.',
});

import { commandPage } from '../../../command-page.js';
import { sittingSubject } from '../sitting.js';

/** Starts a sitting; without a quorum the chair proceeds with a reason. */
export const page = commandPage({
  command: 'sittings/start-sitting',
  section: '/sittings',
  opened: sittingSubject,
  says: 'From now on items are opened and decided.',
  asks: [
    {
      name: 'inquorateReason',
      label: 'If the sitting is not quorate: why does it proceed?',
      called: 'why the sitting proceeds without its quorum',
      kind: 'text',
      hint: 'Leave this empty where the agencies of the quorum are present. A sitting that is not quorate cannot step down, remove or close.',
    },
  ],
  done: 'The sitting is in session.',
});

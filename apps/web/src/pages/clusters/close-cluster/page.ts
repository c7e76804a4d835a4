import { commandPage } from '../../../command-page.js';
import { section } from '../../links/link.js';
import { clusterSubject } from '../cluster.js';

/** Closes a cluster. */
export const page = commandPage({
  command: 'clusters/close-cluster',
  section,
  opened: clusterSubject,
  says: 'The children are no longer looked at together. Each child’s own case goes on.',
  asks: [
    {
      name: 'words',
      label: 'Why is it closed, and what came of it?',
      called: 'why it is closed',
      kind: 'text',
    },
  ],
  done: 'The cluster is closed.',
});

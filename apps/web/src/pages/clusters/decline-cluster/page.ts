import { commandPage } from '../../../command-page.js';
import { section } from '../../links/link.js';
import { clusterSubject } from '../cluster.js';

/** Declines a cluster that the counting of links proposed. */
export const page = commandPage({
  command: 'clusters/decline-cluster',
  section,
  opened: clusterSubject,
  says: 'Nothing comes of it. It is proposed again when another child joins.',
  asks: [
    { name: 'reason', label: 'Why is there nothing in it?', called: 'why it is declined', kind: 'text' },
  ],
  done: 'The cluster is declined.',
});

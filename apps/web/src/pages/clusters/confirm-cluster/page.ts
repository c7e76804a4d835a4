import { commandPage } from '../../../command-page.js';
import { section } from '../../links/link.js';
import { clusterSubject } from '../cluster.js';

/** Confirms that the children of a cluster are looked at together. */
export const page = commandPage({
  command: 'clusters/confirm-cluster',
  section,
  opened: clusterSubject,
  says: 'The manager on duty and the coordinator are told, and whoever holds one of the children.',
  asks: [
    {
      name: 'words',
      label: 'Why are these children looked at together?',
      called: 'why they are looked at together',
      kind: 'text',
    },
  ],
  done: 'The cluster is confirmed: the discussion is due.',
});

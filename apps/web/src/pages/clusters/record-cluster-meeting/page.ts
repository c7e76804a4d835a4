import { commandPage } from '../../../command-page.js';
import { section } from '../../links/link.js';
import { agenciesTyped, clusterSubject } from '../cluster.js';

/** Records a meeting of agencies about a cluster. */
export const page = commandPage({
  command: 'clusters/record-cluster-meeting',
  section,
  opened: clusterSubject,
  says: 'Record who met about these children, and what was agreed.',
  asks: [
    {
      name: 'agencies',
      label: 'Which agencies met?',
      called: 'the agencies',
      kind: 'text',
      hint: 'One on each line',
    },
    { name: 'words', label: 'What was agreed?', called: 'what was agreed', kind: 'text' },
  ],
  body: (visit) => ({ agencies: agenciesTyped(visit), words: visit.typed('words') }),
  done: 'The meeting is recorded.',
});

import { discussionOutcomeWords } from '@mase/workflow/words';
import { commandPage } from '../../../command-page.js';
import { section } from '../../links/link.js';
import { agenciesTyped, clusterSubject } from '../cluster.js';

/** Records what the agencies agreed on whether this is complex abuse. */
export const page = commandPage({
  command: 'clusters/record-cluster-discussion',
  section,
  opened: clusterSubject,
  says: 'The agencies speak about all the children together: is this complex abuse?',
  asks: [
    {
      name: 'agencies',
      label: 'Which agencies took part?',
      called: 'the agencies',
      kind: 'text',
      hint: 'One on each line',
    },
    {
      name: 'outcome',
      label: 'What was agreed?',
      called: 'what was agreed',
      kind: 'radios',
      options: Object.entries(discussionOutcomeWords).map(([value, text]) => ({ value, text })),
    },
    {
      name: 'words',
      label: 'In words: what was agreed, and why?',
      called: 'what was agreed, and why',
      kind: 'text',
    },
  ],
  body: (visit) => ({
    agencies: agenciesTyped(visit),
    outcome: visit.typed('outcome'),
    words: visit.typed('words'),
  }),
  done: 'The discussion is recorded.',
});

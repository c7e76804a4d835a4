import { exposureRisks, labelOf } from '@mase/workflow/words';
import { commandPage } from '../../../command-page.js';
import { reportSubject } from '../report.js';

/** Records the risk to whoever a report came from, and the safeguard, before it is disseminated. */
export const page = commandPage({
  command: 'intelligence/record-source-risk',
  section: '/intelligence',
  opened: reportSubject,
  says: 'The desk alone reads it. Where a report came from a child, or acting on it could show where it came from, it is not disseminated before.',
  asks: [
    {
      name: 'level',
      label: 'How likely is it that acting on it shows where it came from?',
      called: 'how likely that is',
      kind: 'radios',
      options: exposureRisks.map((value) => ({ value, text: labelOf(value) })),
    },
    { name: 'risk', label: 'What is the risk, and to whom?', called: 'the risk', kind: 'text' },
    {
      name: 'safeguard',
      label: 'What is done so that nobody comes to harm?',
      called: 'the safeguard',
      kind: 'text',
      hint: 'For a child: who keeps the child safe, and what is not done.',
    },
  ],
  done: 'The risk and the safeguard are recorded.',
});

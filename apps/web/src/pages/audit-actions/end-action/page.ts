import { auditActionEndings, labelOf } from '@mase/workflow/words';
import { commandPage } from '../../../command-page.js';
import { actionSubject } from '../action.js';

/** Ends an action from an audit without proof, and says why. */
export const page = commandPage({
  command: 'audit-actions/end-action',
  section: '/quality',
  opened: actionSubject,
  says: 'What was not done is counted apart from what could not be done any more.',
  warning: true,
  asks: [
    {
      name: 'how',
      label: 'How does it end?',
      called: 'how it ends',
      kind: 'radios',
      options: auditActionEndings.map((value) => ({ value, text: labelOf(value) })),
    },
    { name: 'reason', label: 'Why?', called: 'the reason', kind: 'text' },
  ],
  done: 'The action has ended without proof.',
});

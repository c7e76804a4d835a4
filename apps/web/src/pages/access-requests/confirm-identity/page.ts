import { identityChecks, labelOf } from '@mase/workflow/words';
import { commandPage } from '../../../command-page.js';
import { requestSubject } from '../request.js';

/** Records how it was made sure who asks. */
export const page = commandPage({
  command: 'access-requests/confirm-identity',
  section: '/access-requests',
  opened: requestSubject,
  says: 'Nothing is gathered before it is known who asks, and that he or she may. Where that had to be asked, the month counts from today.',
  asks: [
    {
      name: 'how',
      label: 'How was it made sure?',
      called: 'how it was made sure',
      kind: 'radios',
      options: identityChecks.map((value) => ({ value, text: labelOf(value) })),
    },
    { name: 'words', label: 'Anything to add (optional)', called: 'anything to add', kind: 'text' },
  ],
  done: 'It is known who asks.',
});

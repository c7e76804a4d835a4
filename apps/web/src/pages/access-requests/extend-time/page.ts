import { extensionGrounds, labelOf } from '@mase/workflow/words';
import { commandPage } from '../../../command-page.js';
import { requestSubject } from '../request.js';

/** Extends the time for an answer by two months, once. */
export const page = commandPage({
  command: 'access-requests/extend-time',
  section: '/access-requests',
  opened: requestSubject,
  says: 'Two months more, once. Tell the requester why within the first month (UK GDPR Article 12(3)).',
  asks: [
    {
      name: 'ground',
      label: 'On which ground?',
      called: 'the ground',
      kind: 'radios',
      options: extensionGrounds.map((value) => ({ value, text: labelOf(value) })),
    },
    {
      name: 'reason',
      label: 'What is the requester told?',
      called: 'what the requester is told',
      kind: 'text',
    },
  ],
  done: 'The time is extended.',
});

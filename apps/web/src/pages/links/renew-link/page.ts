import { commandPage } from '../../../command-page.js';
import { linkSubject, section } from '../link.js';

/** Records that a link that had faded was seen to hold again. */
export const page = commandPage({
  command: 'links/renew-link',
  section,
  opened: linkSubject,
  says: 'The link stands again from now on, with the grade that it had.',
  asks: [
    { name: 'lastOn', label: 'When was it seen to hold?', called: 'when it was seen to hold', kind: 'date' },
    {
      name: 'reviewBy',
      label: 'When is it looked at again?',
      called: 'when it is looked at again',
      kind: 'date',
    },
    { name: 'reasons', label: 'Reasons', called: 'the reasons', kind: 'text' },
  ],
  done: 'The link stands again.',
});

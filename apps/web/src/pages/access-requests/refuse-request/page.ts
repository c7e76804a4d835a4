import { labelOf, refusalGrounds } from '@mase/workflow/words';
import { commandPage } from '../../../command-page.js';
import { requestSubject } from '../request.js';

/** Refuses a request, with reasons that the requester is told. */
export const page = commandPage({
  command: 'access-requests/refuse-request',
  section: '/access-requests',
  opened: requestSubject,
  says: 'Only where the request is manifestly unfounded or excessive (UK GDPR Article 12(5)). The reasons stand in the letter.',
  asks: [
    {
      name: 'ground',
      label: 'On which ground?',
      called: 'the ground',
      kind: 'radios',
      options: refusalGrounds.map((value) => ({ value, text: labelOf(value) })),
    },
    { name: 'reasons', label: 'Why?', called: 'the reasons', kind: 'text' },
  ],
  done: 'The request is refused. The letter says why.',
  warning: true,
});

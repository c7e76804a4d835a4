import { commandPage } from '../../../command-page.js';
import { linkSubject, section } from '../link.js';

/** Decides whether a link still stands. */
export const page = commandPage({
  command: 'links/review-link',
  section,
  opened: linkSubject,
  says: 'A link that stands is looked at again later. One that fades leads nowhere any more and can be renewed.',
  asks: [
    {
      name: 'outcome',
      label: 'Does the link still stand?',
      called: 'whether it still stands',
      kind: 'radios',
      options: [
        { value: 'stands', text: 'Yes, it stands' },
        { value: 'fades', text: 'No, let it fade' },
      ],
    },
    {
      name: 'lastOn',
      label: 'When was it last seen to hold? (optional)',
      called: 'when it was last seen',
      kind: 'date',
      hint: 'Only where it was seen on a later day than is recorded',
    },
    {
      name: 'reviewBy',
      label: 'When is it looked at again? (optional)',
      called: 'when it is looked at again',
      kind: 'date',
      hint: 'The usual time is taken where this is blank',
    },
    { name: 'reasons', label: 'Reasons', called: 'the reasons', kind: 'text' },
  ],
  done: 'The review is recorded.',
});

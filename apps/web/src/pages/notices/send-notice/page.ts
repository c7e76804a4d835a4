import { firstResponders, guardianServices, labelOf } from '@mase/workflow/words';
import { commandPage } from '../../../command-page.js';
import { noticeSubject, responderWords } from '../notice.js';

/** Records that a notice was sent; a referral into the National Referral Mechanism says more. */
export const page = commandPage({
  command: 'notices/send-notice',
  section: '/child-cases',
  opened: noticeSubject,
  says: 'This records what you sent; it sends nothing itself.',
  asks: [
    { name: 'to', label: 'To whom was it sent?', called: 'to whom it was sent', kind: 'line' },
    {
      name: 'reference',
      label: 'Its reference, where it has one',
      called: 'its reference',
      kind: 'line',
    },
    {
      name: 'firstResponder',
      label: 'First responder',
      called: 'the first responder',
      kind: 'select',
      hint: 'For the National Referral Mechanism alone',
      options: [
        { value: '', text: 'Not a referral into the National Referral Mechanism' },
        ...firstResponders.map((value) => ({ value, text: responderWords[value] ?? labelOf(value) })),
      ],
    },
    {
      name: 'guardianService',
      label: 'Independent child trafficking guardian',
      called: 'whether a guardian was asked for',
      kind: 'select',
      hint: 'For the National Referral Mechanism alone',
      options: [
        { value: '', text: 'Not a referral into the National Referral Mechanism' },
        ...guardianServices.map((value) => ({ value, text: labelOf(value) })),
      ],
    },
  ],
  done: 'It is recorded that the notice was sent.',
});

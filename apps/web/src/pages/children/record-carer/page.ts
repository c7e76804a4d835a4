import { commandPage } from '../../../command-page.js';
import { childSubject } from '../about.js';

const lives = [
  { value: 'yes', text: 'Yes' },
  { value: 'no', text: 'No' },
  { value: 'not-yet-known', text: 'Not yet known' },
];
const safe = [
  { value: 'yes', text: 'Yes' },
  { value: 'ask-first', text: 'Ask the child first' },
  { value: 'no', text: 'No' },
];

/** A carer or contact with the rules of safe contact; the same name again replaces what was known. */
export const page = commandPage({
  command: 'children/record-carer',
  section: '/children',
  opened: childSubject,
  says: 'What you write of the same name again replaces what was known. Where letters or answers must be stopped, a manager sets a contact caution on the case as well.',
  asks: [
    { name: 'name', label: 'Name', called: 'the name', kind: 'line' },
    {
      name: 'relation',
      label: 'Who they are to the child',
      called: 'who they are to the child',
      kind: 'line',
    },
    {
      name: 'livesWith',
      label: 'Do they live with the child?',
      called: 'whether they live with the child',
      kind: 'radios',
      options: lives,
    },
    { name: 'phone', label: 'Telephone', called: 'the telephone', kind: 'line' },
    { name: 'address', label: 'Address', called: 'the address', kind: 'line' },
    {
      name: 'mayContact',
      label: 'May they be contacted?',
      called: 'whether they may be contacted',
      kind: 'radios',
      options: safe,
    },
    {
      name: 'safeHow',
      label: 'What is safe, and what is not',
      called: 'what is safe and what is not',
      kind: 'text',
      hint: 'For example: no voicemail, never before four',
    },
  ],
  done: 'The contact is recorded.',
});

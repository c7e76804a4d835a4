import { commandPage } from '../../../command-page.js';
import { reportSubject } from '../report.js';

/** Looks at a report again: whether it is still needed. */
export const page = commandPage({
  command: 'intelligence/review-report',
  section: '/intelligence',
  opened: reportSubject,
  says: 'A report that is no longer needed ends: those who had it are told and read its text no longer.',
  asks: [
    {
      name: 'outcome',
      label: 'Is it still needed?',
      called: 'whether it is still needed',
      kind: 'radios',
      options: [
        { value: 'keep', text: 'Keep it' },
        { value: 'no-longer-needed', text: 'It is no longer needed' },
      ],
    },
    {
      name: 'reviewBy',
      label: 'If it is kept: when is it looked at again?',
      called: 'the date of the next review',
      kind: 'date',
      hint: 'Within twelve months.',
    },
    { name: 'words', label: 'Why?', called: 'why', kind: 'text' },
  ],
  done: 'The review is recorded.',
});

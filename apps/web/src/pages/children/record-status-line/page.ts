import { statusLines } from '@mase/workflow/words';
import { commandPage } from '../../../command-page.js';
import { childSubject, statusWords } from '../about.js';

/** What a child is under besides, since when, and its next date. */
export const page = commandPage({
  command: 'children/record-status-line',
  section: '/children',
  opened: childSubject,
  says: 'The same status again replaces its dates: record each new next date here.',
  asks: [
    {
      name: 'status',
      label: 'Which status?',
      called: 'the status',
      kind: 'radios',
      options: statusLines.map((value) => ({ value, text: statusWords(value) })),
    },
    { name: 'since', label: 'Since', called: 'the day since when', kind: 'date' },
    { name: 'until', label: 'Ended on, where it is over', called: 'the day on which it ended', kind: 'date' },
    { name: 'next', label: 'Next date', called: 'the next date', kind: 'date' },
    { name: 'nextWhat', label: 'What is on that day', called: 'what is on that day', kind: 'line' },
  ],
  done: 'The status is recorded.',
});

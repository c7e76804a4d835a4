import { commandPage } from '../../../command-page.js';
import { findingWords, glassSubject } from '../glass.js';

/** Whether it was right to open the record. */
export const page = commandPage({
  command: 'break-glass/decide-review',
  section: '/break-glass',
  opened: glassSubject,
  says: 'Whoever opened the record is told what you find. What was looked at stays in the audit.',
  asks: [
    {
      name: 'finding',
      label: 'Was it right to open the record?',
      called: 'what you find',
      kind: 'radios',
      options: Object.entries(findingWords).map(([value, text]) => ({ value, text })),
    },
    { name: 'words', label: 'Why?', called: 'why', kind: 'text' },
  ],
  done: 'The review is recorded.',
});

import { commandPage } from '../../../command-page.js';
import { quality, registerSubject } from '../../../register.js';
import { themes } from '../theme.js';

/** Records what was done about a theme. */
export const page = commandPage({
  command: 'practice-themes/record-response',
  section: quality,
  opened: registerSubject(themes),
  says: 'Each answer stays. Name nobody.',
  asks: [
    { name: 'did', label: 'What was done?', called: 'what was done', kind: 'text' },
    { name: 'on', label: 'When?', called: 'the day', kind: 'date' },
    {
      name: 'due',
      label: 'By when is it looked at again?',
      called: 'the day by which it is looked at again',
      kind: 'date',
    },
  ],
  done: 'What was done is recorded.',
});

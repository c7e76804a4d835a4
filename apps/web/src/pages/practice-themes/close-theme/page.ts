import { commandPage } from '../../../command-page.js';
import { quality, registerSubject } from '../../../register.js';
import { themes } from '../theme.js';

/** Closes a theme with what is different now. */
export const page = commandPage({
  command: 'practice-themes/close-theme',
  section: quality,
  opened: registerSubject(themes),
  says: 'A theme closes once practice has changed. Where it comes back, open it anew.',
  asks: [
    {
      name: 'difference',
      label: 'What is different now, and how is that known?',
      called: 'what is different',
      kind: 'text',
    },
  ],
  done: 'The theme is closed.',
});

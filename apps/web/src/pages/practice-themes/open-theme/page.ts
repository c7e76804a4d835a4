import { labelOf, practiceThemes, themeSources } from '@mase/workflow/words';
import { leadOptions } from '../../../change-lead.js';
import { choices, registerForm } from '../../../register.js';
import { themes } from '../theme.js';

/** Opens a practice theme that audits or feedback come back to. */
export const page = registerForm(themes, {
  says: 'A theme is about practice: name no child, no family and no worker.',
  asks: [
    {
      name: 'theme',
      label: 'Theme',
      called: 'the theme',
      kind: 'select',
      options: [{ value: '', text: 'Choose the theme' }, ...choices(practiceThemes, labelOf)],
    },
    { name: 'title', label: 'In a few words', called: 'the theme in a few words', kind: 'line' },
    {
      name: 'sources',
      label: 'Where was it noticed?',
      called: 'where it was noticed',
      kind: 'boxes',
      options: choices(themeSources, labelOf),
    },
    {
      name: 'seen',
      label: 'What was seen?',
      called: 'what was seen',
      kind: 'text',
      hint: 'Of practice, and of nobody in particular',
    },
    { name: 'leadId', label: 'Who leads what is done?', called: 'who leads it', kind: 'select' },
    {
      name: 'due',
      label: 'By when is it looked at?',
      called: 'the day by which it is looked at',
      kind: 'date',
    },
  ],
  options: async (visit) => ({ leadId: await leadOptions(visit) }),
  done: 'The theme is open.',
});

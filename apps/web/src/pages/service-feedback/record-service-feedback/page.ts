import { feedbackGivers, feedbackSays, feedbackThemes, feedbackWays, labelOf } from '@mase/workflow/words';
import { choices, registerForm } from '../../../register.js';
import { feedback } from '../feedback.js';

/** Records what a child or a parent said of the service. */
export const page = registerForm(feedback, {
  says: 'This is about the service. It joins no case and names nobody: leave out whatever could tell who said it. What must be acted on belongs on the case.',
  asks: [
    {
      name: 'giver',
      label: 'Who said it?',
      called: 'who said it',
      kind: 'radios',
      options: choices(feedbackGivers, labelOf),
    },
    {
      name: 'theme',
      label: 'What of the service is it about?',
      called: 'what it is about',
      kind: 'select',
      options: [{ value: '', text: 'Choose what it is about' }, ...choices(feedbackThemes, labelOf)],
    },
    {
      name: 'says',
      label: 'What do they say of it?',
      called: 'what they say of it',
      kind: 'radios',
      options: choices(feedbackSays, labelOf),
    },
    {
      name: 'way',
      label: 'How did it reach the service?',
      called: 'how it reached the service',
      kind: 'select',
      options: [{ value: '', text: 'Choose how' }, ...choices(feedbackWays, labelOf)],
    },
    {
      name: 'month',
      label: 'In which month?',
      called: 'the month',
      kind: 'line',
      hint: 'As 2026-11. The day is not kept: it could tell who.',
    },
    {
      name: 'words',
      label: 'Their own words (optional)',
      called: 'their own words',
      kind: 'text',
      hint: 'As they said it, as far as it tells of nobody',
    },
  ],
  done: 'The feedback is recorded.',
});

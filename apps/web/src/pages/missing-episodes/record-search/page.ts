import { labelOf, policeLevels, triggerPlans } from '@mase/workflow/words';
import { commandPage } from '../../../command-page.js';
import { episodeSubject, planWords } from '../episode.js';

/** Records what has changed of the search for a child. */
export const page = commandPage({
  command: 'missing-episodes/record-search',
  section: '/missing-now',
  opened: episodeSubject,
  says: 'Fill in what has changed and leave the rest empty: what was known stays.',
  asks: [
    {
      name: 'policeLevel',
      label: 'Police level',
      called: 'the police level',
      kind: 'radios',
      hint: 'As the police have set it. It is not the grade of a case.',
      options: policeLevels.map((value) => ({ value, text: labelOf(value) })),
    },
    { name: 'policeReference', label: 'Police reference', called: 'the police reference', kind: 'line' },
    { name: 'looking', label: 'Who is looking', called: 'who is looking', kind: 'line' },
    {
      name: 'triggerPlan',
      label: 'Trigger plan',
      called: 'the trigger plan',
      kind: 'radios',
      options: triggerPlans.map((value) => ({ value, text: planWords[value] ?? value })),
    },
    { name: 'words', label: 'What else is known now', called: 'what is known', kind: 'text' },
  ],
  done: 'The search is brought up to date.',
});

import { labelOf, trainedTrades, trainingAudiences } from '@mase/workflow/words';
import { bodyOf } from '../../../command-page.js';
import { again } from '../../../page.js';
import { choices, type NewEntry, registerForm } from '../../../register.js';
import { readAgencies } from '../../../teams.js';
import { attendedTyped } from '../attended.js';
import { training } from '../session.js';

const asks: NewEntry['asks'] = [
  { name: 'title', label: 'What was it about?', called: 'what it was about', kind: 'line' },
  { name: 'on', label: 'When was it given?', called: 'the day', kind: 'date' },
  {
    name: 'audience',
    label: 'For whom?',
    called: 'for whom it was given',
    kind: 'select',
    options: [{ value: '', text: 'Choose for whom' }, ...choices(trainingAudiences, labelOf)],
  },
  {
    name: 'trade',
    label: 'For which trade? (optional)',
    called: 'the trade',
    kind: 'select',
    options: [{ value: '', text: 'No trade' }, ...choices(trainedTrades, labelOf)],
  },
  { name: 'place', label: 'Where? (optional for a trade)', called: 'where it was given', kind: 'line' },
  {
    name: 'attended',
    label: 'How many came, from where?',
    called: 'how many came',
    kind: 'text',
    hint: 'One on each line: the agency or who they are, a colon, the number. For example: Taxi drivers: 14',
  },
  { name: 'givenBy', label: 'Who gave it?', called: 'who gave it', kind: 'line' },
  {
    name: 'about',
    label: 'What should be known of it? (optional)',
    called: 'what should be known',
    kind: 'text',
  },
];

/** Records a session of training that was given. */
export const page = registerForm(training, {
  says: 'Numbers alone: name nobody who came.',
  asks,
  body: async (visit) => {
    const { attended, unread } = attendedTyped(visit.typed('attended') ?? '', await readAgencies(visit));
    if (unread.length > 0)
      return again({
        attended: `Write line ${unread.join(', line ')} as where they came from, a colon, and a whole number`,
      });
    return { ...bodyOf(visit, asks), attended };
  },
  done: 'The session is recorded.',
});

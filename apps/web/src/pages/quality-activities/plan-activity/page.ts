import { activityKinds, labelOf } from '@mase/workflow/words';
import { leadOptions } from '../../../change-lead.js';
import { choices, registerForm } from '../../../register.js';
import { calendar } from '../activity.js';

/** Puts something into the calendar of the year. */
export const page = registerForm(calendar, {
  says: 'It stands in the list of whoever leads it until it is carried out.',
  asks: [
    { name: 'title', label: 'What is to be done?', called: 'what is to be done', kind: 'line' },
    {
      name: 'activity',
      label: 'Kind',
      called: 'the kind',
      kind: 'select',
      options: [{ value: '', text: 'Choose the kind' }, ...choices(activityKinds, labelOf)],
    },
    { name: 'about', label: 'What is looked at, and how?', called: 'what is looked at', kind: 'text' },
    { name: 'leadId', label: 'Who leads it?', called: 'who leads it', kind: 'select' },
    { name: 'due', label: 'By when?', called: 'the day by which it is carried out', kind: 'date' },
  ],
  options: async (visit) => ({ leadId: await leadOptions(visit) }),
  done: 'It is in the calendar.',
});

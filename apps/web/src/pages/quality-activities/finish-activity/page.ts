import { commandPage } from '../../../command-page.js';
import { quality, registerSubject } from '../../../register.js';
import { calendar } from '../activity.js';

/** Says when an activity was carried out, and what came of it. */
export const page = commandPage({
  command: 'quality-activities/finish-activity',
  section: quality,
  opened: registerSubject(calendar),
  says: 'Name nobody.',
  asks: [
    {
      name: 'on',
      label: 'When was it carried out?',
      called: 'the day on which it was carried out',
      kind: 'date',
    },
    {
      name: 'outcome',
      label: 'What came of it?',
      called: 'what came of it',
      kind: 'text',
      hint: 'And where it is reported',
    },
  ],
  done: 'It is recorded as carried out.',
});

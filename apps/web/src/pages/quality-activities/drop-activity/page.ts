import { commandPage } from '../../../command-page.js';
import { quality, registerSubject } from '../../../register.js';
import { calendar } from '../activity.js';

/** Says why an activity is not carried out. */
export const page = commandPage({
  command: 'quality-activities/drop-activity',
  section: quality,
  opened: registerSubject(calendar),
  says: 'It stays in the calendar, with the reason.',
  asks: [{ name: 'reason', label: 'Why is it not carried out?', called: 'the reason', kind: 'text' }],
  done: 'It is recorded as not carried out.',
});

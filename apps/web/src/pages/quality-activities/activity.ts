import { activityKinds, labelOf } from '@mase/workflow/words';
import { type LedView, leadFacts, leadWords } from '../../change-lead.js';
import { dateWords } from '../../date-words.js';
import { choices, type Register } from '../../register.js';

/** Something in the calendar of a year. */
export interface ActivityView extends LedView {
  title: string;
  activity: string;
  on: string | null;
}

/** The quality calendar. */
export const calendar: Register<ActivityView> = {
  topic: 'quality-activities',
  title: 'Quality calendar',
  one: 'Quality calendar',
  says: 'What is due when in the year, who leads it, and when it was carried out.',
  none: 'Nothing that you may see is in the calendar.',
  begin: { verb: 'plan-activity', roles: ['auditor', 'senior', 'coordinator'] },
  filters: [{ name: 'activity', label: 'Kind', options: () => choices(activityKinds, labelOf) }],
  ways: [],
  name: ({ title }) => title,
  about: (one) => `${labelOf(one.activity)}. ${one.on ? `Carried out ${dateWords(one.on)}` : leadWords(one)}`,
  facts: (one) => [
    { key: 'Kind', text: labelOf(one.activity) },
    ...leadFacts(one, 'To be carried out by'),
    ...(one.on ? [{ key: 'Carried out', text: dateWords(one.on) }] : []),
  ],
  entries: {
    'activity-planned': { title: 'Put into the calendar', labels: { about: 'What is looked at' } },
    'lead-changed': { title: 'Lead or day changed', labels: { due: 'By', reason: 'Why' } },
    'activity-finished': { title: 'Carried out', labels: { on: 'Day', outcome: 'What came of it' } },
    'activity-dropped': { title: 'Not carried out', labels: { reason: 'Why' } },
  },
  codes: { on: dateWords, due: dateWords },
  steps: ['finish-activity', 'change-lead', 'drop-activity'],
};

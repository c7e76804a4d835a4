import { absenceReasons, labelOf } from '@mase/workflow/words';
import { commandPage } from '../../../command-page.js';
import { dayEnd, dayStart } from '../days.js';
import { standInSubject } from '../standing-in.js';

/** When somebody is away, and who has the list meanwhile. */
export const page = commandPage({
  command: 'users/record-absence',
  section: '/',
  opened: standInSubject,
  says: 'On these days the list, the reminders and the parts of this person are with whoever stands in. Nothing waits until he or she is back. What somebody was appointed to – senior manager, chair, auditor, information governance, Caldicott guardian, intelligence – does not pass with it: whoever holds that part delegates it, or an administrator does.',
  asks: [
    {
      name: 'from',
      label: 'First day away',
      called: 'the first day away',
      kind: 'date',
      hint: 'For example, 26 11 2026',
    },
    {
      name: 'until',
      label: 'Last day away',
      called: 'the last day away',
      kind: 'date',
      hint: 'At most a year later',
    },
    {
      name: 'reason',
      label: 'Why?',
      called: 'why',
      kind: 'radios',
      hint: 'Colleagues see this. Nothing about health is asked.',
      options: absenceReasons.map((value) => ({ value, text: labelOf(value) })),
    },
    {
      name: 'standInId',
      label: 'Who stands in?',
      called: 'who stands in',
      kind: 'select',
      hint: 'Somebody of the same agency. Without a name it is the manager of the team.',
    },
  ],
  body: (visit) => ({
    from: dayStart(visit, 'from'),
    until: dayEnd(visit, 'until'),
    reason: visit.typed('reason'),
    standInId: visit.typed('standInId'),
  }),
  done: 'The absence is recorded.',
});

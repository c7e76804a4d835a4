import { commandPage } from '../../../command-page.js';
import { dayEnd, dayStart } from '../days.js';
import { standInSubject } from '../standing-in.js';

/** A part that another fills too for some days. */
export const page = commandPage({
  command: 'users/delegate',
  section: '/',
  opened: standInSubject,
  says: 'The other person may do and see what this part may, besides what is his or her own. What two people must do, one of them still cannot do alone.',
  asks: [
    { name: 'role', label: 'Which part?', called: 'which part', kind: 'radios' },
    { name: 'toId', label: 'To whom?', called: 'to whom', kind: 'select' },
    {
      name: 'from',
      label: 'First day',
      called: 'the first day',
      kind: 'date',
      hint: 'For example, 26 11 2026',
    },
    { name: 'until', label: 'Last day', called: 'the last day', kind: 'date', hint: 'At most a year later' },
    { name: 'reason', label: 'Why?', called: 'why', kind: 'text' },
  ],
  body: (visit) => ({
    role: visit.typed('role'),
    toId: visit.typed('toId'),
    from: dayStart(visit, 'from'),
    until: dayEnd(visit, 'until'),
    reason: visit.typed('reason'),
  }),
  done: 'The part is delegated.',
});

import { commandPage } from '../../../command-page.js';
import { sittingSubject } from '../sitting.js';

/** Undoes the start of a sitting that was started by mistake, while nothing was recorded. */
export const page = commandPage({
  command: 'sittings/undo-start',
  section: '/sittings',
  opened: sittingSubject,
  says: 'The sitting waits for its start again, with its papers as they were issued. This can be done until an item is opened, a note taken or attendance recorded.',
  asks: [{ name: 'reason', label: 'Why was it started?', called: 'the reason', kind: 'text' }],
  done: 'The start is undone.',
  warning: true,
});

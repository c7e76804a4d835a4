import { commandPage } from '../../../command-page.js';
import { panelSubject } from '../panel.js';

/** Closes a panel that sits no more; its sittings and minutes stay on the books. */
export const page = commandPage({
  command: 'panels/close-panel',
  section: '/sittings',
  opened: panelSubject,
  says: 'Nothing can be scheduled for it any more. Its sittings and minutes stay on the books, and members read them for as long as before.',
  asks: [{ name: 'reason', label: 'Why is the panel closed?', called: 'the reason', kind: 'text' }],
  done: 'The panel is closed.',
  warning: true,
});

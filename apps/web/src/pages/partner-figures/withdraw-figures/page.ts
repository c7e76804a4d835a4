import { commandPage } from '../../../command-page.js';
import { figuresSubject } from '../figures.js';

/** Withdraws figures that were wrong; the profile prints them no longer. */
export const page = commandPage({
  command: 'partner-figures/withdraw-figures',
  section: '/imports',
  opened: figuresSubject,
  says: 'They count for nothing any more, and are waited for no longer. Give the right ones anew.',
  asks: [{ name: 'reason', label: 'Why are they withdrawn?', called: 'the reason', kind: 'text' }],
  done: 'The figures are withdrawn.',
});

import { commandPage } from '../../../command-page.js';
import { holdSubject } from '../hold.js';

/** Lifts a hold, and why: what it covered follows its rule of retention again. */
export const page = commandPage({
  command: 'legal-holds/lift-hold',
  section: '/disposals',
  opened: holdSubject,
  says: 'What it covered follows its rule of retention again and may be disposed of.',
  asks: [{ name: 'words', label: 'Why is it lifted?', called: 'why it is lifted', kind: 'text' }],
  done: 'The hold is lifted.',
});

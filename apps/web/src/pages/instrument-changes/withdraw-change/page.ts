import { commandPage } from '../../../command-page.js';
import { changeSubject } from '../change.js';

/** A change of the tools taken back by its proposer. */
export const page = commandPage({
  command: 'instrument-changes/withdraw-change',
  section: '/instruments',
  opened: changeSubject,
  says: 'The tools stay as they are.',
  asks: [{ name: 'reason', label: 'Why is it withdrawn?', called: 'why it is withdrawn', kind: 'text' }],
  done: 'The change is withdrawn',
});

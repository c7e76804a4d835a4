import { commandPage } from '../../../command-page.js';
import { childSubject, readChild } from '../other-child.js';

/** Takes back who a child was said to be: the record stays, without a name. */
export const page = commandPage({
  command: 'children/withdraw-identification',
  section: '/children',
  opened: async (visit) => childSubject(await readChild(visit)),
  says: 'The name is taken back in the child’s record and in every case. What was written under it stays on the record.',
  asks: [{ name: 'reason', label: 'Why is it taken back?', called: 'why it is taken back', kind: 'text' }],
  done: 'The child is shown as not yet identified.',
  warning: true,
});

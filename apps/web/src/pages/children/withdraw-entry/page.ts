import { commandPage } from '../../../command-page.js';
import { withdrawableEntries } from '../entry-words.js';
import { childSubject, readChild } from '../other-child.js';

/** Withdraws what was written on the wrong child’s own record: nobody reads it any more but information governance. */
export const page = commandPage({
  command: 'children/withdraw-entry',
  section: '/children',
  async opened(visit) {
    const read = await readChild(visit);
    const entries = withdrawableEntries(read.child);
    const options = { rowId: [{ value: '', text: 'Choose the entry' }, ...entries] };
    return { ...childSubject(read), options };
  },
  says: 'For an entry that is about another child. From now on nobody reads it but information governance, who finds out which papers carried it and decides within 72 hours. Record it again where it belongs. An entry in a case is withdrawn from the case.',
  asks: [
    { name: 'rowId', label: 'Which entry is about another child?', called: 'the entry', kind: 'select' },
    {
      name: 'reason',
      label: 'How did it come about?',
      called: 'how it came about',
      kind: 'text',
      hint: 'This stays to be read on this record: do not repeat what the entry said, and name nobody.',
    },
  ],
  done: 'The entry is withdrawn. Information governance is told.',
  warning: true,
});

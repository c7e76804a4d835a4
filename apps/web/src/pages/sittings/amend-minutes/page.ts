import { commandPage } from '../../../command-page.js';
import { readSitting, subjectOf } from '../sitting.js';
import { inSessionOfPanel } from '../sittings-in-session.js';

/** What agreed minutes say that is wrong is minuted at a later sitting and attached to them; the version that was agreed stays. */
export const page = commandPage({
  command: 'sittings/amend-minutes',
  section: '/sittings',
  opened: async (visit) => {
    const { sitting, etag } = await readSitting(visit);
    const open = await inSessionOfPanel(visit, sitting);
    const first = open.length > 0 ? 'Choose the sitting' : 'No sitting of this panel is in session now';
    const items = sitting.items.map(({ id, name, reference }) => ({
      value: id,
      text: [reference, name].filter(Boolean).join(', '),
    }));
    return {
      ...subjectOf(sitting, etag),
      options: {
        sittingId: [...(open.length === 1 ? [] : [{ value: '', text: first }]), ...open],
        itemId: [{ value: '', text: 'A part about no item' }, ...items],
      },
    };
  },
  says: 'The minutes that were agreed stay as they are. The correction is printed with them from now on, dated; the sitting in session minutes it, and the case of the item files it with its part of the minutes. What was decided is not changed by it.',
  asks: [
    { name: 'sittingId', label: 'Where is it minuted?', called: 'where it is minuted', kind: 'select' },
    { name: 'itemId', label: 'Which part is wrong?', called: 'which part is wrong', kind: 'select' },
    {
      name: 'wrong',
      label: 'What do the minutes say?',
      called: 'what the minutes say',
      kind: 'text',
      hint: 'The words that are wrong, as they stand there.',
    },
    { name: 'right', label: 'What should they say?', called: 'what they should say', kind: 'text' },
  ],
  done: 'The correction is attached to the agreed minutes.',
});

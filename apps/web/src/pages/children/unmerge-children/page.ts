import { commandPage } from '../../../command-page.js';
import { childSubject, readChild } from '../other-child.js';

/** Proposes that a record that was joined with this one is of another child after all. */
export const page = commandPage({
  command: 'children/unmerge-children',
  section: '/children',
  async opened(visit) {
    const read = await readChild(visit);
    const { child } = read;
    const joined = child.joined.map((id, index) => ({
      value: id,
      text: child.joined.length === 1 ? 'The record that was joined' : `Joined record ${index + 1}`,
    }));
    return { ...childSubject(read), options: { childId: joined } };
  },
  says: 'A second person decides. Then the other record stands for itself again, with the cases and absences that came with it; what was recorded since the two were joined stays here.',
  asks: [
    { name: 'childId', label: 'Which record is of another child?', called: 'the record', kind: 'radios' },
    { name: 'reasons', label: 'How do you know?', called: 'how you know', kind: 'text' },
  ],
  done: 'The proposal waits for a second person.',
});

import { commandPage } from '../../../command-page.js';
import { recordSubject } from '../../../strand-record.js';

/** Records which child on the books a person is; only those who may read both see it. */
export const page = commandPage({
  command: 'persons/record-child-role',
  section: '/person-cases',
  opened: async (visit) => {
    const { view: _view, ...subject } = await recordSubject(visit, 'persons');
    return subject;
  },
  says: 'What the child has done to others is recorded on the child’s own case. Neither record shows the other: only those who may read both see that they belong together.',
  asks: [
    {
      name: 'childId',
      label: 'The child’s record',
      called: 'the id of the child’s record',
      kind: 'line',
      hint: 'The id at the end of the address of the child’s page',
    },
    { name: 'reason', label: 'How is that known?', called: 'how that is known', kind: 'text' },
  ],
  done: 'It is recorded.',
});

import { commandPage } from '../../../command-page.js';
import { peopleOptions, readPeople } from '../../../people.js';
import { actionSubject } from '../action.js';

/** Hands an action from an audit over to somebody else, by a day. */
export const page = commandPage({
  command: 'audit-actions/hand-over',
  section: '/quality',
  opened: async (visit) => {
    const [subject, people] = await Promise.all([actionSubject(visit), readPeople(visit)]);
    const able = people.filter(({ roles }) => !roles.every((role) => role === 'administrator'));
    return { ...subject, options: { ownerId: peopleOptions(able, 'Choose the new owner') } };
  },
  says: 'The new owner is told. The day that was set first stays beside the new one.',
  asks: [
    { name: 'ownerId', label: 'Who does it from now on?', called: 'the new owner', kind: 'select' },
    { name: 'due', label: 'By when?', called: 'the day by which it is done', kind: 'date' },
    { name: 'reason', label: 'Why?', called: 'the reason', kind: 'text' },
  ],
  done: 'The action is handed over.',
});

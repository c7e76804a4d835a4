import { commandPage } from '../../../command-page.js';
import { dueWords } from '../../../date-words.js';
import { peopleOptions, readPeople } from '../../../people.js';
import { belongsTo, readAction } from '../action.js';

/** An agency that was given an action by a sitting names who does it: that alone, and nothing else of the action. */
export const page = commandPage({
  command: 'plan-actions/change-action',
  page: 'plan-actions/name-owner',
  title: 'Name the owner of the action',
  section: '/plan-actions',
  opened: async (visit) => {
    const [{ action, etag }, people] = await Promise.all([readAction(visit), readPeople(visit)]);
    const own = people.filter(({ agencyId }) => agencyId === action.ownerAgencyId);
    return {
      href: `/plan-actions/${action.id}`,
      caption: belongsTo(action),
      version: etag,
      allowed: action.allowed,
      facts: [
        { key: 'What will be done', text: action.what },
        { key: 'Due', text: action.due ? dueWords(action.due) : 'No date yet' },
      ],
      options: { ownerId: peopleOptions(own, 'Choose the owner') },
    };
  },
  says: 'A sitting gave it to your agency. Whoever you choose is asked to accept it.',
  asks: [{ name: 'ownerId', label: 'Who in your agency does it?', called: 'the owner', kind: 'select' }],
  body: (visit) => ({ ownerId: visit.typed('ownerId'), reason: 'The agency named the owner' }),
  done: 'The owner is named, and asked to accept the action.',
});

import { canDo } from '../../../allowed.js';
import { dateWords } from '../../../date-words.js';
import { type Page, show } from '../../../page.js';
import { agencyWords, roleWords } from '../../../people.js';
import { readUser } from '../user.js';

/** One account: agency, roles, whether access has ended, and what the administrator may do. */
export const page: Page = {
  id: 'users/view',
  url: '/users/:id',
  section: '/users',

  async get(visit) {
    const { user } = await readUser(visit);
    const href = `/users/${user.id}`;
    const steps = [
      { verb: 'change-role', text: 'Change roles' },
      { verb: 'end-access', text: 'End access' },
    ];
    const sessions = visit.who?.roles?.includes('administrator')
      ? [{ href: `${href}/sessions`, text: 'Where signed in' }]
      : [];
    return show({
      title: user.name,
      back: { href: '/users', text: 'Users' },
      model: {
        facts: [
          { key: 'Agency', text: agencyWords(user) },
          { key: 'Team', text: user.teamName ?? user.teamId ?? 'None' },
          { key: 'Roles', text: roleWords(user.roles) || 'None' },
          { key: 'Access', text: user.endedAt ? `Ended on ${dateWords(user.endedAt)}` : 'Has access' },
        ],
        steps: steps
          .filter(({ verb }) => canDo(user.allowed, `users/${verb}`))
          .map(({ verb, text }) => ({ href: `${href}/${verb}`, text }))
          .concat(sessions),
      },
    });
  },
};

import { canDo } from '../../../allowed.js';
import { dateWords } from '../../../date-words.js';
import { type Page, show } from '../../../page.js';
import { agencyWords, readPeople, roleWords } from '../../../people.js';
import { absenceWords, delegationWords } from '../standing-in.js';
import { readUser } from '../user.js';

/** One account: agency, roles, whether access has ended, and what the administrator may do. */
export const page: Page = {
  id: 'users/view',
  url: '/users/:id',
  section: '/users',

  async get(visit) {
    const { user } = await readUser(visit);
    const people = user.absences.length + user.delegations.length > 0 ? await readPeople(visit) : [];
    const href = `/users/${user.id}`;
    const steps = [
      { verb: 'change-role', text: 'Change roles' },
      { verb: 'record-absence', text: 'Record an absence' },
      { verb: 'end-absence', text: 'End an absence' },
      { verb: 'delegate', text: 'Delegate a part' },
      { verb: 'end-delegation', text: 'End a delegation' },
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
          ...user.absences.map((one) => ({ key: 'Away', text: absenceWords(one, people) })),
          ...user.delegations.map((one) => ({ key: 'Delegated', text: delegationWords(one, people) })),
        ],
        steps: steps
          .filter(({ verb }) => canDo(user.allowed, `users/${verb}`))
          .map(({ verb, text }) => ({ href: `${href}/${verb}`, text }))
          .concat(sessions),
      },
    });
  },
};

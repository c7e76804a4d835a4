import { enter, select } from '../../../error-words.js';
import { goTo, type Page, show } from '../../../page.js';
import { readList } from '../../../read-list.js';
import { roleBoxes } from '../role-boxes.js';

interface AgencyView {
  id: string;
  name: string;
  teams: { id: string; name: string }[];
}

/** A new account: who, at which agency, in which roles. */
export const page: Page = {
  id: 'users/add-user',
  url: '/users/add-user',
  section: '/users',
  fields: {
    name: enter('the name'),
    email: enter('the email address'),
    agencyId: select('the agency'),
    teamId: select('the team'),
    roles: select('at least one role'),
  },
  draft: () => 'new',

  async get(visit) {
    const { items } = await readList<AgencyView>(visit, '/api/v1/agencies', { limit: 100 });
    const teams = items.flatMap(({ name, teams: own }) =>
      own.map((team) => ({ value: team.id, text: `${team.name}, ${name}` })),
    );
    return show({
      title: 'Add a user',
      back: { href: '/users', text: 'Users' },
      model: {
        agencies: [
          { value: '', text: 'Choose the agency' },
          ...items.map(({ id, name }) => ({ value: id, text: name })),
        ],
        teams: [{ value: '', text: 'No team' }, ...teams],
        roleBoxes,
      },
    });
  },

  async post(visit) {
    const { body } = await visit.send<{ id: string }>('/api/v1/users/add-user', {
      name: visit.typed('name'),
      email: visit.typed('email'),
      agencyId: visit.typed('agencyId'),
      teamId: visit.typed('teamId'),
      roles: visit.typedList('roles') ?? [],
    });
    return goTo(`/users/${encodeURIComponent(body.id)}`, 'The account is added.');
  },
};

import { type Page, show } from '../../../page.js';
import { agencyWords, type PersonView, roleWords } from '../../../people.js';
import { readList } from '../../../read-list.js';
import { readAgencies } from '../../../teams.js';

const anId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Everybody with an account, and for the administrator the way to add one. */
export const page: Page = {
  id: 'users/list',
  url: '/users',
  section: '/users',

  async get(visit) {
    const agencyId = anId.test(visit.query.agency ?? '') ? visit.query.agency : undefined;
    const agencies = await readAgencies(visit);
    const { items, next } = await readList<PersonView>(visit, '/api/v1/users', { limit: 100, agencyId });
    const rows = [...items]
      .sort((one, other) => one.name.localeCompare(other.name, 'en-GB'))
      .map((one) => [
        { text: one.name, href: `/users/${one.id}`, attributes: { 'data-sort-value': one.name } },
        { text: agencyWords(one) },
        { text: one.endedAt === null ? roleWords(one.roles) : 'Access ended' },
      ]);
    const guardians = items.filter(
      ({ endedAt, roles }) => endedAt === null && roles.includes('caldicott-guardian'),
    );
    // Only a list that is whole tells that nobody has the part.
    const withoutGuardian = next === null && !visit.query.after && !agencyId && guardians.length === 0;
    const mayAdd = (visit.who?.roles ?? []).includes('administrator');
    return show({
      title: 'Users',
      model: {
        ...{ rows, mayAdd, withoutGuardian },
        agencies: [
          { value: '', text: 'Every agency' },
          ...agencies.map(({ id, name }) => ({ value: id, text: name, selected: id === agencyId })),
        ],
      },
    });
  },
};

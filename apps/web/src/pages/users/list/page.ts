import { type Page, show } from '../../../page.js';
import { agencyWords, type PersonView, roleWords } from '../../../people.js';
import { readList } from '../../../read-list.js';

/** Everybody with an account, and for the administrator the way to add one. */
export const page: Page = {
  id: 'users/list',
  url: '/users',
  section: '/users',

  async get(visit) {
    const { items, next } = await readList<PersonView>(visit, '/api/v1/users', { limit: 100 });
    const lines = [...items]
      .sort((one, other) => one.name.localeCompare(other.name, 'en-GB'))
      .map((one) => ({
        href: `/users/${one.id}`,
        name: one.name,
        agency: agencyWords(one),
        roles: roleWords(one.roles),
        ended: one.endedAt !== null,
      }));
    const guardians = items.filter(
      ({ endedAt, roles }) => endedAt === null && roles.includes('caldicott-guardian'),
    );
    // Only a list that is whole tells that nobody has the part.
    const withoutGuardian = next === null && !visit.query.after && guardians.length === 0;
    const mayAdd = (visit.who?.roles ?? []).includes('administrator');
    return show({ title: 'Users', model: { lines, next, mayAdd, withoutGuardian } });
  },
};

import { missingFor } from '../../../allowed.js';
import { path } from '../../../api-client.js';
import { enter, select } from '../../../error-words.js';
import { goTo, type Page, show } from '../../../page.js';
import { agencyWords } from '../../../people.js';
import { roleBoxes } from '../role-boxes.js';
import { readUser } from '../user.js';

/** The roles that somebody has from now on, and why. */
export const page: Page = {
  id: 'users/change-role',
  url: '/users/:id/change-role',
  section: '/users',
  fields: { roles: select('at least one role'), reason: enter('the reason') },
  draft: (visit) => visit.params.id ?? '',

  async get(visit) {
    const { user, etag } = await readUser(visit);
    return show({
      title: 'Change roles',
      version: etag,
      back: { href: `/users/${user.id}` },
      values: { roles: user.roles },
      model: {
        caption: `${user.name}, ${agencyWords(user)}`,
        roleBoxes,
        missing: missingFor(user.allowed, 'users/change-role'),
        cancel: `/users/${user.id}`,
      },
    });
  },

  async post(visit) {
    const id = visit.params.id ?? '';
    await visit.send(path`/api/v1/users/${id}/change-role`, {
      roles: visit.typedList('roles') ?? [],
      reason: visit.typed('reason'),
    });
    return goTo(`/users/${encodeURIComponent(id)}`, 'The roles are changed.');
  },
};

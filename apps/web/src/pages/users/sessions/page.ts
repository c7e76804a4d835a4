import { path } from '../../../api-client.js';
import { ApiRefusedError } from '../../../api-refused-error.js';
import { dateWords } from '../../../date-words.js';
import { again, goTo, type Page, show } from '../../../page.js';
import { type SessionLine, sessionRow } from '../../session/session-lines.js';
import { readUser } from '../user.js';

interface Signed {
  items: SessionLine[];
  identities: { id: string; organisation: string; boundAt: string }[];
}

/** Where somebody is signed in, and with which organisation the account is bound: an administrator ends and releases. */
export const page: Page = {
  id: 'users/sessions',
  url: '/users/:id/sessions',
  section: '/users',

  async get(visit) {
    const [{ user }, { body }] = await Promise.all([
      readUser(visit),
      visit.read<Signed>(path`/api/v1/users/${visit.params.id ?? ''}/sessions`),
    ]);
    return show({
      title: `Where ${user.name} is signed in`,
      back: { href: `/users/${user.id}`, text: user.name },
      model: {
        lines: body.items.map(sessionRow),
        identities: body.identities.map((one) => ({ ...one, bound: dateWords(one.boundAt) })),
      },
    });
  },

  async post(visit) {
    const id = visit.params.id ?? '';
    const release = visit.typed('release');
    if (!release && !visit.typed('end')) return again({ end: 'Choose what to do' });
    const done = await visit.api.delete(
      release ? path`/api/v1/users/${id}/identities/${release}` : path`/api/v1/users/${id}/sessions`,
    );
    if (!done.ok && done.status !== 404) throw new ApiRefusedError(done);
    return goTo(
      path`/users/${id}/sessions`,
      release
        ? 'The account is no longer bound: the next sign-in with its email address binds it anew'
        : 'Every session of this person has ended',
    );
  },
};

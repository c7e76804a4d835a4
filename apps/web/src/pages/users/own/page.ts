import { goTo, type Page } from '../../../page.js';

/** One's own account: where absences and delegations are recorded. */
export const page: Page = {
  id: 'users/own',
  url: '/users/own',
  section: '/',
  view: '',

  async get(visit) {
    const { body } = await visit.read<{ id: string }>('/api/v1/me');
    return goTo(`/users/${encodeURIComponent(body.id)}`);
  },
};

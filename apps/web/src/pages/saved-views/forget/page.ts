import { path } from '../../../api-client.js';
import { listPages } from '../../../list-pages.js';
import { goTo, type Page } from '../../../page.js';

/** Forgets one of the reader's views of a list, and leads back to the list. */
export const page: Page = {
  id: 'saved-views/forget',
  url: '/saved-views/forget',

  async post(visit) {
    await visit.api.delete(path`/api/v1/saved-views/${visit.typed('id') ?? ''}`);
    return goTo(listPages[visit.typed('page') ?? '']?.href ?? '/', 'The view is removed.');
  },
};

import { path } from '../../../api-client.js';
import { goTo, type Page } from '../../../page.js';
import { keptLists } from '../../../saved-views.js';

/** Forgets one of the reader's views of a list, and leads back to the list. */
export const page: Page = {
  id: 'saved-views/forget',
  url: '/saved-views/forget',

  async post(visit) {
    await visit.api.delete(path`/api/v1/saved-views/${visit.typed('id') ?? ''}`);
    return goTo(keptLists[visit.typed('page') ?? ''] ?? '/', 'The view is removed.');
  },
};

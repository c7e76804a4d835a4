import { ApiRefusedError } from '../../../api-refused-error.js';
import { enter } from '../../../error-words.js';
import { listPages } from '../../../list-pages.js';
import { goTo, type Page } from '../../../page.js';

/** Why a view was not kept, for the list to say; what else goes wrong has a page of its own. */
function whyNot(error: unknown): string {
  if (!(error instanceof ApiRefusedError) || ![400, 409].includes(error.status)) throw error;
  return `The view was not kept. ${error.problem.errors?.[0]?.detail ?? error.problem.detail ?? ''}`;
}

/** Keeps a list as it is filtered under a name, and leads back to it. */
export const page: Page = {
  id: 'saved-views/save',
  url: '/saved-views',
  fields: { name: enter('a name for the view') },

  async post(visit) {
    const [of = '', name, query = ''] = ['page', 'name', 'query'].map((field) => visit.typed(field));
    const list = listPages[of]?.href ?? '/';
    const back = query ? `${list}?${query}` : list;
    if (!name) return goTo(back, 'The view was not kept. Enter a name for it.');
    try {
      await visit.send('/api/v1/saved-views', { page: of, name, query });
    } catch (error) {
      return goTo(back, whyNot(error));
    }
    return goTo(back, 'This view is kept.');
  },
};

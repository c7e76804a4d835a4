import { path } from '../../../api-client.js';
import { type Page, sendOn } from '../../../page.js';

/** A numbered copy of the child’s journey as it was issued, as a file passed on from the api. */
export const page: Page = {
  id: 'child-cases/journey-copy',
  url: '/child-cases/:id/journey-copies/:number',
  section: '/child-cases',
  view: '',

  async get(visit) {
    const { id = '', number = '' } = visit.params;
    const { format = 'pdf' } = visit.query;
    return sendOn(await visit.file(path`/api/v1/child-cases/${id}/journey-copies/${number}`, { format }));
  },
};

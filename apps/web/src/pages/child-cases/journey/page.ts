import { path } from '../../../api-client.js';
import { type Page, sendOn } from '../../../page.js';

/** The child’s journey as a file, passed on from the api as it comes. */
export const page: Page = {
  id: 'child-cases/journey',
  url: '/child-cases/:id/journey',
  section: '/child-cases',
  view: '',

  async get(visit) {
    const { format = 'pdf' } = visit.query;
    return sendOn(await visit.file(path`/api/v1/child-cases/${visit.params.id ?? ''}/journey`, { format }));
  },
};

import { path } from '../../../api-client.js';
import { type Page, sendOn } from '../../../page.js';

/** The plan in plain words as a file, passed on from the api as it comes. */
export const page: Page = {
  id: 'plan-copies/document',
  url: '/plan-copies/:id/document',
  section: '/child-cases',
  view: '',

  async get(visit) {
    const { format = 'pdf' } = visit.query;
    return sendOn(await visit.file(path`/api/v1/plan-copies/${visit.params.id ?? ''}/document`, { format }));
  },
};

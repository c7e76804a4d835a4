import { path } from '../../../api-client.js';
import { type Page, sendOn } from '../../../page.js';

/** The answer to a request as a file, passed on from the api as it comes. */
export const page: Page = {
  id: 'access-requests/response',
  url: '/access-requests/:id/response',
  section: '/access-requests',
  view: '',

  async get(visit) {
    const { format = 'pdf' } = visit.query;
    return sendOn(
      await visit.file(path`/api/v1/access-requests/${visit.params.id ?? ''}/response`, { format }),
    );
  },
};

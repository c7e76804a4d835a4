import { path } from '../../../api-client.js';
import { type Page, sendOn } from '../../../page.js';

/** A numbered copy of the papers as it was issued, as a file passed on from the api. */
export const page: Page = {
  id: 'sittings/issued-copy',
  url: '/sittings/:id/copies/:number',
  section: '/sittings',
  view: '',

  async get(visit) {
    const { id = '', number = '' } = visit.params;
    const { format = 'pdf' } = visit.query;
    return sendOn(await visit.file(path`/api/v1/sittings/${id}/copies/${number}`, { format }));
  },
};

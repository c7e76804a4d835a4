import { path } from '../../../api-client.js';
import { type Page, sendOn } from '../../../page.js';

/** The pack of an export for a peer review as it would leave now, as a file passed on from the api. */
export const page: Page = {
  id: 'exports/peer-review',
  url: '/exports/:id/peer-review',
  section: '/exports',
  view: '',

  async get(visit) {
    const { format = 'pdf' } = visit.query;
    return sendOn(await visit.file(path`/api/v1/exports/${visit.params.id ?? ''}/peer-review`, { format }));
  },
};

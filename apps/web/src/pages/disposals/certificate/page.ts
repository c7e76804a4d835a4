import { path } from '../../../api-client.js';
import { type Page, sendOn } from '../../../page.js';

/** The certificate of a disposal as a file, passed on from the api as it comes. */
export const page: Page = {
  id: 'disposals/certificate',
  url: '/disposals/:id/certificate',
  section: '/disposals',
  view: '',

  async get(visit) {
    const { format = 'pdf' } = visit.query;
    return sendOn(await visit.file(path`/api/v1/disposals/${visit.params.id ?? ''}/certificate`, { format }));
  },
};

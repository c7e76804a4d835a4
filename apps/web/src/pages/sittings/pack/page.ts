import { path } from '../../../api-client.js';
import { type Page, sendOn } from '../../../page.js';

/** The papers of a sitting as a file: passed on from the api as they come, one copy for each recipient. */
export const page: Page = {
  id: 'sittings/pack',
  url: '/sittings/:id/pack',
  section: '/sittings',
  view: '',

  async get(visit) {
    const { recipient, format = 'pdf', document = 'pack', item } = visit.query;
    const asked = { recipient, format, document, item };
    return sendOn(await visit.file(path`/api/v1/sittings/${visit.params.id ?? ''}/pack`, asked));
  },
};

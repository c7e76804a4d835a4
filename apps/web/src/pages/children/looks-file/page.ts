import { path } from '../../../api-client.js';
import { type Page, sendOn } from '../../../page.js';

/** Who looked at a child, as a file for a spreadsheet. */
export const page: Page = {
  id: 'children/looks-file',
  url: '/children/:id/looks.csv',
  section: '/child-cases',
  view: '',

  async get(visit) {
    return sendOn(await visit.file(path`/api/v1/children/${visit.params.id ?? ''}/looks.csv`));
  },
};

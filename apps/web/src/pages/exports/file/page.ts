import { path } from '../../../api-client.js';
import { type Page, sendOn } from '../../../page.js';

/** The file of an export, passed on from the api as it comes. */
export const page: Page = {
  id: 'exports/file',
  url: '/exports/:id/file',
  section: '/exports',
  view: '',

  async get(visit) {
    return sendOn(await visit.file(path`/api/v1/exports/${visit.params.id ?? ''}/file`));
  },
};

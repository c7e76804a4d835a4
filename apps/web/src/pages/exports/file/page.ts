import { path } from '../../../api-client.js';
import { type Page, sendOn } from '../../../page.js';

/** Everything of a partnership may take half an hour to come. */
const longestMs = 1_800_000;

/** The file of an export, whole, passed on from the api as it comes; within its day also again, as browsers try by themselves. */
export const page: Page = {
  id: 'exports/file',
  url: '/exports/:id/file',
  section: '/exports',
  view: '',

  async get(visit) {
    const to = path`/api/v1/exports/${visit.params.id ?? ''}/file`;
    return sendOn(await visit.file(to, { from: '0' }, longestMs));
  },
};

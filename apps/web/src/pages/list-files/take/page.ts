import { listFileAsked } from '../../../list-files.js';
import { goTo, type Page, sendOn } from '../../../page.js';

/** A list as a file for a spreadsheet, under the filters with which it was shown. */
export const page: Page = {
  id: 'list-files/take',
  url: '/list-file',
  view: '',

  async get(visit) {
    const asked = listFileAsked(visit.query);
    return asked ? sendOn(await visit.file(asked)) : goTo('/', 'There is no such list as a file.');
  },
};

import { daysAsked } from '../../../asked-days.js';
import { type Page, sendOn } from '../../../page.js';

/** The report of unusual looking as a file for a spreadsheet. */
export const page: Page = {
  id: 'unusual-looking/file',
  url: '/unusual-looking.csv',
  section: '/unusual-looking',
  view: '',

  async get(visit) {
    return sendOn(await visit.file('/api/v1/unusual-looking.csv', daysAsked(visit)));
  },
};

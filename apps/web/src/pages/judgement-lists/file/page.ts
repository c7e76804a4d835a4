import { daysAsked } from '../../../asked-days.js';
import { type Page, sendOn } from '../../../page.js';

/** A list of judgements of some days as a file for a spreadsheet. */
export const page: Page = {
  id: 'judgement-lists/file',
  url: '/judgement-lists.csv',
  section: '/judgement-lists',
  view: '',

  async get(visit) {
    const asked = { list: visit.query.list ?? '', ...daysAsked(visit, 91) };
    return sendOn(await visit.file('/api/v1/judgement-lists.csv', asked));
  },
};

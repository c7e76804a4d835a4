import { type Page, sendOn } from '../../../page.js';

/** The list as a file for a spreadsheet. */
export const page: Page = {
  id: 'case-audits/file',
  url: '/case-audits.csv',
  section: '/quality',
  view: '',

  async get(visit) {
    return sendOn(await visit.file('/api/v1/case-audits.csv'));
  },
};

import { type Page, sendOn } from '../../../page.js';

/** The list as a file for a spreadsheet. */
export const page: Page = {
  id: 'audit-actions/file',
  url: '/audit-actions.csv',
  section: '/quality',
  view: '',

  async get(visit) {
    return sendOn(await visit.file('/api/v1/audit-actions.csv'));
  },
};

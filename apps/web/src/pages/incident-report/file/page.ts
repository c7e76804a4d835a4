import { yearAsked } from '../../../asked-days.js';
import { type Page, sendOn } from '../../../page.js';

/** The incident report as a file for a spreadsheet; for others with small numbers kept back. */
export const page: Page = {
  id: 'incident-report/file',
  url: '/incident-report.csv',
  section: '/incidents',
  view: '',

  async get(visit) {
    const outside = visit.query.for === 'outside' ? { for: 'outside' } : {};
    return sendOn(await visit.file('/api/v1/incident-report.csv', { ...yearAsked(visit), ...outside }));
  },
};

import { yearAsked } from '../../../asked-days.js';
import { type Page, sendOn } from '../../../page.js';

/** The figures of missing episodes as a file for a spreadsheet; for others with small numbers kept back. */
export const page: Page = {
  id: 'missing-episodes/report-file',
  url: '/missing-report.csv',
  section: '/missing-now',
  view: '',

  async get(visit) {
    const outside = visit.query.for === 'outside' ? { for: 'outside' } : {};
    return sendOn(await visit.file('/api/v1/missing-report.csv', { ...yearAsked(visit), ...outside }));
  },
};

import { type Page, sendOn } from '../../../page.js';
import { scorecardAsked } from '../asked.js';

/** The scorecard as a file for a spreadsheet; for others with small numbers kept back. */
export const page: Page = {
  id: 'scorecards/file',
  url: '/scorecards.csv',
  section: '/scorecards',
  view: '',

  async get(visit) {
    const outside = visit.query.for === 'outside' ? { for: 'outside' } : {};
    return sendOn(await visit.file('/api/v1/scorecard.csv', { ...scorecardAsked(visit), ...outside }));
  },
};

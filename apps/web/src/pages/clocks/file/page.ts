import { type Page, sendOn } from '../../../page.js';
import { clocksAddress, clocksQuestion } from '../clocks-asked.js';

/** The clocks that the page was asked for as a file for a spreadsheet. */
export const page: Page = {
  id: 'clocks/file',
  url: '/clocks.csv',
  section: '/oversight',
  view: '',

  async get(visit) {
    return sendOn(await visit.file(`/api/v1/clocks.csv?${clocksQuestion(clocksAddress(visit))}`));
  },
};

import { type Page, sendOn } from '../../../page.js';

/** When what waits for the reader is due, as a calendar file that names nobody. */
export const page: Page = {
  id: 'start/due-calendar',
  url: '/due.ics',
  section: '/',
  view: '',

  async get(visit) {
    return sendOn(await visit.file('/api/v1/work-queue.ics'));
  },
};

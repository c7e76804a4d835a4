import { type Page, sendOn } from '../../../page.js';

/** Every sitting to come that the reader sees, as one calendar file. */
export const page: Page = {
  id: 'sittings/calendar',
  url: '/sittings/calendar',
  section: '/sittings',
  view: '',

  async get(visit) {
    return sendOn(await visit.file('/api/v1/sittings.ics', {}));
  },
};

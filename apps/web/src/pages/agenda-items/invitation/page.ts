import { path } from '../../../api-client.js';
import { type Page, sendOn } from '../../../page.js';

/** The invitation to one item as a calendar file, with the time of that item alone. */
export const page: Page = {
  id: 'agenda-items/invitation',
  url: '/agenda-items/:id/invitation',
  section: '/sittings',
  view: '',

  async get(visit) {
    return sendOn(await visit.file(path`/api/v1/agenda-items/${visit.params.id ?? ''}/invitation.ics`, {}));
  },
};

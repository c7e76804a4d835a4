import { path } from '../../../api-client.js';
import { type Page, sendOn } from '../../../page.js';

/** The invitation to a sitting as a calendar file, for whoever asks: a request, or a cancellation. */
export const page: Page = {
  id: 'sittings/invitation',
  url: '/sittings/:id/invitation',
  section: '/sittings',
  view: '',

  async get(visit) {
    return sendOn(await visit.file(path`/api/v1/sittings/${visit.params.id ?? ''}/invitation.ics`, {}));
  },
};

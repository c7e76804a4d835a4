import { path } from '../../../api-client.js';
import { goTo, type Page } from '../../../page.js';
import { placeOf } from '../../../place-of.js';

/** Where a letter by e-mail leads: to what the message is about. That it was opened is kept. */
export const page: Page = {
  id: 'messages/open',
  url: '/messages/:id',
  section: '/messages',
  view: '',

  async get(visit) {
    const { body } = await visit.read<{ recordId: string; recordKind: string }>(
      path`/api/v1/messages/${visit.params.id ?? ''}`,
    );
    return goTo(placeOf(body.recordKind, body.recordId) ?? '/messages');
  },
};

import { type Page, show } from '../../../page.js';
import { readDeadLetters } from '../dead-letter.js';

/** E-mails that could not be delivered: to whom and why, never about what. */
export const page: Page = {
  id: 'letters/list',
  url: '/letters',
  section: '/users',

  async get(visit) {
    const lines = await readDeadLetters(visit);
    return show({
      title: 'E-mails that could not be delivered',
      back: { href: '/users', text: 'Users' },
      model: { lines },
    });
  },
};

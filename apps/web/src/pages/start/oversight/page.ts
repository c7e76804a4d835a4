import { type Page, show } from '../../../page.js';
import { oversight } from '../../../sections.js';

/** What those look over who answer for the partnership, one way to each. */
export const page: Page = {
  id: 'start/oversight',
  url: '/oversight',
  section: '/oversight',

  async get() {
    return show({ title: 'Oversight', model: { ways: oversight } });
  },
};

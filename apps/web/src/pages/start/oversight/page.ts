import { type Page, show } from '../../../page.js';
import { oversightFor } from '../../../sections.js';

/** What those look over who answer for the partnership, one way to each. */
export const page: Page = {
  id: 'start/oversight',
  url: '/oversight',
  section: '/oversight',

  async get(visit) {
    return show({ title: 'Oversight', model: { ways: oversightFor(visit.who ?? {}) } });
  },
};

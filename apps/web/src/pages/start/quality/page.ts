import { type Page, show } from '../../../page.js';
import { qualityFor } from '../../../quality-ways.js';
import { quality } from '../../../register.js';

/** How good the work is and what is done about it, one way to each register. */
export const page: Page = {
  id: 'start/quality',
  url: quality,
  section: quality,

  async get(visit) {
    return show({ title: 'Quality of the work', model: { ways: qualityFor(visit.who ?? {}) } });
  },
};
